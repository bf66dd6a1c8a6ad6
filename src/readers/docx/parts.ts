/** The parts of the package: which there are, and what leads from one to another. */
import type { Limits } from '../../limits.ts';
import { DocxError, mostImageBytes } from './limits.ts';
import { childElements, parseXml, type XmlElement } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

export interface Relationship {
  /** The last part of its type: `hyperlink`, `image`, `footnotes`. */
  type: string;
  /** A path from the root of the package, or an address where it is external. */
  target: string;
  external: boolean;
}

/** A part of XML, and what it refers to by id. */
export interface Part {
  path: string;
  root: XmlElement;
  relationships: ReadonlyMap<string, Relationship>;
}

export class DocxPackage {
  readonly #zip: Zip;
  readonly #limits: Readonly<Limits>;

  /** @throws DocxError where the bytes are no Word file; LimitError where it has too many files. */
  constructor(bytes: Uint8Array, limits: Readonly<Limits>) {
    this.#zip = openZip(bytes, limits);
    this.#limits = limits;
  }

  /** The text itself. */
  main(): Part {
    const found = [...this.#relationshipsOf('').values()].find(
      ({ type, external }) => type === 'officeDocument' && !external,
    );
    const path = found?.target ?? 'word/document.xml';
    const part = this.part(path);
    if (!part) throw new DocxError(`there is no ${path} in it`);
    return part;
  }

  /** The part that another refers to by the type of the relationship. */
  related(part: Part, type: string, usualPath: string): Part | undefined {
    const found = [...part.relationships.values()].find(
      (each) => each.type === type && !each.external,
    );
    return this.part(found?.target ?? usualPath);
  }

  /** The part that the package itself refers to. */
  fromRoot(type: string, usualPath: string): Part | undefined {
    const found = [...this.#relationshipsOf('').values()].find((each) => each.type === type);
    return this.part(found && !found.external ? found.target : usualPath);
  }

  part(path: string): Part | undefined {
    const bytes = this.#zip.readXml(path);
    return (
      bytes && {
        path,
        root: parseXml(bytes, path, this.#limits),
        relationships: this.#relationshipsOf(path),
      }
    );
  }

  image(path: string): Uint8Array | undefined {
    return this.#zip.read(path, mostImageBytes);
  }

  #relationshipsOf(path: string): Map<string, Relationship> {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const source = `${folder}_rels/${path.slice(slash)}.rels`;
    const bytes = this.#zip.readXml(source);
    const result = new Map<string, Relationship>();
    if (!bytes) return result;
    for (const { attributes } of childElements(
      parseXml(bytes, source, this.#limits),
      'rel:Relationship',
    )) {
      const { Id: id, Type: type = '', Target: target, TargetMode: mode } = attributes;
      if (id === undefined || target === undefined) continue;
      const external = mode === 'External';
      result.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : this.#resolve(folder, target),
        external,
      });
    }
    return result;
  }

  /** A path from the root of the package. Some programs write targets from the root without saying so. */
  #resolve(folder: string, target: string): string {
    const path = target.startsWith('/') ? target : `${folder}${target}`;
    const steps: string[] = [];
    for (const step of path.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    }
    const resolved = steps.join('/');
    return !this.#zip.has(resolved) && this.#zip.has(target) ? target : resolved;
  }
}
