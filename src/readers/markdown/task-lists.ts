import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';

type Extension = ReturnType<typeof gfmTaskListItemFromMarkdown>;
type Handle = NonNullable<NonNullable<Extension['exit']>[string]>;

/**
 * Task lists to mdast. The parser takes a box for one also where the item has ended, behind a bullet that stands alone on its line: there it is
 * text, of which nothing may be lost.
 */
export function taskListsFromMarkdown(): Extension {
  const extension = gfmTaskListItemFromMarkdown();
  const { exit } = extension;
  const inItem = (handle: Handle | undefined): Handle =>
    function (token) {
      if (this.stack.at(-2)?.type === 'listItem') handle?.call(this, token);
    };
  const box: Handle = function (token) {
    if (this.stack.at(-2)?.type === 'listItem') return;
    this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
    this.exit(token);
  };
  return {
    ...extension,
    exit: {
      ...exit,
      taskListCheckValueChecked: inItem(exit?.['taskListCheckValueChecked']),
      taskListCheckValueUnchecked: inItem(exit?.['taskListCheckValueUnchecked']),
      taskListCheck: box,
    },
  };
}
