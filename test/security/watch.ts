/** Shows pages in Chromium, does what a reader can do with them, and tells whatever they did in turn. */
import type { Browser, Frame } from 'playwright-core';

/** A page under a name that what it does is told by. */
export interface Exhibit {
  name: string;
  html: string;
  /** Whether its structure is held to be that of an article's page. */
  isChecked?: boolean;
  /** How many parts the page is of, each with a mark at its end (`joined.ts`). */
  ends?: number;
}

/** How many pages are shown at once, each in a frame of its own. */
const together = 40;
/** How long a frame has to answer, in milliseconds. */
const patience = 10_000;
const host = 'http://host.test/';
const origin = 'http://article.test/';

/**
 * Runs in each frame before anything of the page. Reports whatever only a script can do. Clicks on links are kept from leaving the page where they lead to
 * an address that may stand there.
 */
const witness = `(() => {
  if (location.origin + '/' !== '${origin}') return;
  const tell = (what) => globalThis.tell(location.pathname + ' ' + what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch', 'msgbox', 'postMessage'])
    globalThis[name] = () => void tell('called ' + name);
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'Function'])
    globalThis[name] = function () { tell('made ' + name); };
  navigator.sendBeacon = () => tell('called sendBeacon');
  document.write = () => tell('called write');
  addEventListener('error', (event) => { if (event.message) tell('threw ' + event.message); }, true);
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
    if (link && /^(?:https?|mailto|tel):/.test(link.href)) event.preventDefault();
  }, true);
  addEventListener('load', () => {
    globalThis.observer = new MutationObserver((records) => {
      for (const { type, attributeName, target } of records)
        if (attributeName !== 'open') tell('changed ' + target.nodeName + ' ' + (attributeName ?? type));
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
})();`;

/** Does to each element what a reader can: the mouse over it, clicks, focus; and what the browser would tell it. */
const useAll = `(() => {
  for (const element of document.querySelectorAll('*')) {
    for (const type of ['mouseover', 'mouseenter', 'pointerover', 'mousedown', 'auxclick', 'contextmenu', 'copy', 'wheel', 'keydown', 'input', 'toggle', 'animationstart', 'animationend', 'scroll', 'resize', 'error', 'load'])
      element.dispatchEvent(new Event(type, { bubbles: false, cancelable: true }));
    element.focus?.();
    element.blur?.();
    element.click?.();
    if (!element.click) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  return null;
})()`;

/** What may not stand in the page of an article, whether or not it does anything. */
const inspect = `(() => {
  const faults = [];
  const allowed = { href: /^(?:https?|mailto|tel):$/, src: /^(?:https?|data):$/, cite: /^https?:$/ };
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') faults.push('namespace of ' + name);
    if (/^(?:iframe|frame|frameset|object|embed|applet|portal|form|input|button|select|textarea|base|template|svg|math|video|audio|source|noscript|plaintext|xmp|marquee)$/.test(name)) faults.push(name);
    if (name === 'script' && element.type !== 'application/ld+json') faults.push('script');
    if (name === 'link' && (element.rel !== 'canonical' || !/^https?:/.test(element.href))) faults.push('link ' + element.outerHTML);
    if (name === 'meta' && element.httpEquiv && element.httpEquiv !== 'Content-Security-Policy') faults.push('meta ' + element.httpEquiv);
    if (name === 'meta' && /^(?:og:url|og:image)$/.test(element.getAttribute('property')) && !/^https?:/.test(element.content)) faults.push(element.outerHTML);
    if (/^(?:style|meta|link|title|script)$/.test(name) && element.closest('body')) faults.push(name + ' in the body');
    if (element.id && !element.id.startsWith('article-') && document.querySelector('article')) faults.push('id ' + element.id);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || /^(?:style|srcdoc|srcset|action|formaction|ping|poster|background|xlink:href|name|is|popover|autofocus|usemap|data-.*)$/.test(attribute) && !(name === 'meta' && attribute === 'name')) faults.push(attribute + ' of ' + name);
      if (attribute in allowed && name !== 'link') {
        let protocol;
        try { protocol = new URL(value, '${origin}').protocol; } catch { continue; }
        if (!allowed[attribute].test(protocol)) faults.push(attribute + ' ' + value);
      }
    }
  }
  const walk = (value) => {
    if (typeof value === 'string') return;
    for (const [key, each] of Object.entries(value)) {
      if (/^(?:url|sameAs|image)$/.test(key)) for (const address of [each].flat()) if (typeof address === 'string' && !/^https?:/.test(address)) faults.push('JSON-LD ' + key + ' ' + address);
      if (each && typeof each === 'object') walk(each);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) walk(JSON.parse(script.textContent));
  if (/[\\u202D\\u202E]/.test(document.documentElement.outerHTML)) faults.push('override of direction');
  return faults;
})()`;

/** An element of the body that ends a part, as its mark says, and not a word of another element or a part of one. */
const endMarks = `[...document.body.children].filter(({ localName, id }) => localName === 'hr' && /^article-end-\\d+$/.test(id)).length`;

const images = `[...document.images].map(({ src }) => src.replace(/#.*/, ''))`;

/** Everything that the pages did or held that no page may, by their names. Empty where all is well. */
export async function watch(browser: Browser, exhibits: readonly Exhibit[]): Promise<string[]> {
  const faults: string[] = [];
  for (let start = 0; start < exhibits.length; start += together) {
    faults.push(...(await watchTogether(browser, exhibits.slice(start, start + together))));
  }
  return faults;
}

async function watchTogether(browser: Browser, exhibits: readonly Exhibit[]): Promise<string[]> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const faults = new Set<string>();
  const nameOf = (text: string): string =>
    text.replace(/^\/(\d+)/, (_, index: string) => exhibits[Number(index)]?.name ?? index);
  const pictures = new Set<string>();
  const requests: { url: string; type: string }[] = [];

  await context.exposeBinding('tell', (_, what: string) => void faults.add(nameOf(what)));
  await context.addInitScript(witness);
  context.on('page', (popup) => {
    if (popup !== page) faults.add(`opened ${popup.url()}`);
  });
  page.on('dialog', (dialog) => {
    faults.add(`${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'log') faults.add(`logged ${message.text()}`);
  });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    const contentType = 'text/html; charset=utf-8';
    if (url === host) {
      const frames = exhibits.map((_, index) => `<iframe src="${origin}${index}"></iframe>`);
      return route.fulfill({ contentType, body: `<!DOCTYPE html><body>${frames.join('')}` });
    }
    const asked = new RegExp(`^${origin}(\\d+)$`).exec(url)?.[1];
    const exhibit = route.request().isNavigationRequest() && exhibits[Number(asked)];
    if (asked !== undefined && exhibit) return route.fulfill({ contentType, body: exhibit.html });
    requests.push({ url, type: route.request().resourceType() });
    return route.abort();
  });

  await page.goto(host);
  const frames = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
  if (frames.length !== exhibits.length)
    faults.add(`${frames.length} frames of ${exhibits.length}`);
  await Promise.all(
    frames
      .map(async (frame, index) => {
        const { name, isChecked, ends = 0 } = exhibits[index] as Exhibit;
        for (const address of await within<string[]>(frame, images)) pictures.add(address);
        if (isChecked !== false)
          for (const fault of await within<string[]>(frame, inspect))
            faults.add(`${name}: ${fault}`);
        const marks = await within<number>(frame, endMarks);
        if (marks < ends) faults.add(`${name}: ${marks} of ${ends} parts end in its body`);
        await within<null>(frame, useAll);
      })
      .map((used, index) =>
        used.catch(() => faults.add(`${exhibits[index]?.name}: left its frame`)),
      ),
  );
  // Timers and requests that were begun.
  await page.waitForTimeout(400);
  for (const { url, type } of requests) {
    // Pictures are shown where they are said to be.
    if (type !== 'image' || !pictures.has(url)) faults.add(`asked for ${url} (${type})`);
  }
  await context.close();
  return [...faults];
}

/** What an expression gives in a frame. One that leaves its page would never answer. */
async function within<Value>(frame: Frame, expression: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patience);
  });
  try {
    return await Promise.race([frame.evaluate<Value>(expression), late]);
  } finally {
    clearTimeout(timer);
  }
}
