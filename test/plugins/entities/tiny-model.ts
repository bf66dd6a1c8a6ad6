/** Makes a token-classification model of a few kilobytes that looks each word piece up in a table: in the layout of Hugging Face. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How strongly a piece's label is preferred. */
const strength = 6;

/**
 * Writes config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx.
 *
 * @param pieces the label of each word piece; what is not among them is `[UNK]`, which is `O`
 */
export function writeTinyModel(folder: string, pieces: Readonly<Record<string, string>>): void {
  const words = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...Object.keys(pieces)];
  const labels = ['O', ...new Set(Object.values(pieces).filter((label) => label !== 'O'))];
  const vocab = Object.fromEntries(words.map((word, id) => [word, id]));
  const write = (name: string, content: object): void =>
    writeFileSync(join(folder, name), JSON.stringify(content));

  mkdirSync(join(folder, 'onnx'), { recursive: true });
  write('config.json', {
    model_type: 'bert',
    architectures: ['BertForTokenClassification'],
    vocab_size: words.length,
    hidden_size: labels.length,
    max_position_embeddings: 512,
    id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  });
  const special = (word: string): object => ({
    id: vocab[word], content: word, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false,
  }); // prettier-ignore
  const frame = (word: string): object => ({ SpecialToken: { id: word, type_id: 0 } });
  write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: words.slice(0, 4).map(special),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [frame('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, frame('[SEP]')],
      pair: [frame('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, frame('[SEP]'), { Sequence: { id: 'B', type_id: 1 } }, frame('[SEP]')],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((word) => [word, { id: word, ids: [vocab[word]], tokens: [word] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab },
  }); // prettier-ignore
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    do_lower_case: true,
    model_max_length: 512,
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });

  // A row for each word piece that has a one at its label; the matrix makes it a score.
  const table = words.flatMap((word) =>
    labels.map((label) => Number(label === (pieces[word] ?? 'O'))),
  );
  const matrix = labels.flatMap((row) => labels.map((column) => (row === column ? strength : 0)));
  writeFileSync(
    join(folder, 'onnx', 'model.onnx'),
    onnx(words.length, labels.length, table, matrix),
  );
}

/** ONNX's ModelProto (onnx.proto3): logits = Gather(table, input_ids) x matrix + bias. */
function onnx(words: number, labels: number, table: number[], matrix: number[]): Uint8Array {
  const node = (type: string, inputs: string[], output: string): number[] =>
    message(1, [
      ...inputs.flatMap((input) => text(1, input)),
      ...text(2, output),
      ...text(4, type),
    ]);
  const tensor = (name: string, dimensions: number[], values: number[]): number[] =>
    message(5, [
      ...dimensions.flatMap((size) => integer(1, size)),
      ...integer(2, elementTypes.float),
      ...text(8, name),
      ...bytes(9, [...new Uint8Array(Float32Array.from(values).buffer)]),
    ]);
  const value = (field: number, name: string, type: number, dimensions: (string | number)[]): number[] =>
    message(field, [
      ...text(1, name),
      ...message(2, message(1, [
        ...integer(1, type),
        ...message(2, dimensions.flatMap((size) =>
          message(1, typeof size === 'string' ? text(2, size) : integer(1, size)),
        )),
      ])),
    ]); // prettier-ignore
  const graph = [
    ...node('Gather', ['table', 'input_ids'], 'rows'),
    ...node('MatMul', ['rows', 'matrix'], 'scores'),
    ...node('Add', ['scores', 'bias'], 'logits'),
    ...text(2, 'tiny'),
    ...tensor('table', [words, labels], table),
    ...tensor('matrix', [labels, labels], matrix),
    ...tensor(
      'bias',
      [labels],
      Array.from({ length: labels }, () => 0),
    ),
    ...value(11, 'input_ids', elementTypes.int64, ['batch', 'sequence']),
    ...value(12, 'logits', elementTypes.float, ['batch', 'sequence', labels]),
  ];
  const irVersion = 8;
  const operatorSet = 13;
  return Uint8Array.from([
    ...integer(1, irVersion),
    ...message(7, graph),
    ...message(8, [...text(1, ''), ...integer(2, operatorSet)]),
  ]);
}

/** Of TensorProto.DataType. */
const elementTypes = { float: 1, int64: 7 };

/* Protocol Buffers' wire format: a field's number and kind, then an integer in groups of seven bits, or a length and as many bytes. */

function varint(number: number): number[] {
  const groups: number[] = [];
  for (; number > 127; number = Math.floor(number / 128)) groups.push((number % 128) + 128);
  return [...groups, number];
}

const integer = (field: number, number: number): number[] => [
  ...varint(field * 8),
  ...varint(number),
];
const bytes = (field: number, content: number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const message = bytes;
const text = (field: number, content: string): number[] => bytes(field, [...Buffer.from(content)]);
