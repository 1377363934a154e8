"use strict";
const $ = (id) => document.getElementById(id);
const KEPT = "hexwing.intent";
const REQUEST_MS = 10000;
const REFRESH_MS = 5000;
const MOST_WAIT_MS = 15000;

/* What the customer means to do. It is kept in the browser, key included, before anything is sent:
   whatever happens to the line, the tab or the battery, asking again is asking the same. */
let intent = read();
let products = [];
let asking = false;
let waitMs = 0;
let timer = 0;

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch (e) {
    return {};
  }
}

function keep(change) {
  intent = { ...intent, ...change };
  try {
    localStorage.setItem(KEPT, JSON.stringify(intent));
  } catch (e) {
    /* A browser that keeps nothing still pays once, as long as this page stays open. */
  }
}

function forget() {
  intent = {};
  try {
    localStorage.removeItem(KEPT);
  } catch (e) {
    /* Nothing was kept. */
  }
}

function newId() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const h = Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("");
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
}

/* One request with a time limit. Throws only if there was no answer. */
async function call(method, path, body, headers) {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), REQUEST_MS);
  try {
    const response = await fetch(path, {
      method,
      signal: limit.signal,
      cache: "no-store",
      headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    line(true);
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
  } catch (e) {
    line(false);
    throw e;
  } finally {
    clearTimeout(clock);
  }
}

function line(up) {
  $("line").className = up ? "up" : "down";
  const text = up ? "Connected" : "No connection; nothing is lost";
  if ($("line-text").textContent !== text) $("line-text").textContent = text;
}

function money(amount, currency) {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits;
  return format.format(amount / 10 ** digits);
}

function node(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function say(kind, title, detail) {
  const box = $("outcome");
  box.className = kind;
  box.replaceChildren(...(title ? [node("strong", title), node("span", detail)] : []));
}

/* The catalogue and the order. */

async function fetchProducts() {
  try {
    products = (await call("GET", "/v1/products")).body.items;
  } catch (e) {
    setTimeout(fetchProducts, REFRESH_MS);
    return;
  }
  $("products").replaceChildren(
    ...products.map((product) => {
      const item = node("li");
      const label = node("label");
      const input = node("input");
      label.htmlFor = input.id = "sku-" + product.sku;
      label.append(
        node("span", product.name),
        node("small", `${money(product.unitPrice.amount, product.unitPrice.currency)}, ${product.grams} g`),
      );
      Object.assign(input, { type: "number", inputMode: "numeric", min: 0, max: 999, step: 1, value: 0 });
      input.dataset.sku = product.sku;
      item.append(label, input);
      return item;
    }),
  );
  basket();
}

function chosen() {
  return [...document.querySelectorAll("#products input")]
    .map((input) => ({ sku: input.dataset.sku, quantity: Number(input.value) }))
    .filter((one) => one.quantity > 0);
}

function basket() {
  const sums = {};
  for (const one of chosen()) {
    const price = products.find((product) => product.sku === one.sku).unitPrice;
    sums[price.currency] = (sums[price.currency] || 0) + price.amount * one.quantity;
  }
  const parts = Object.entries(sums).map(([currency, sum]) => money(sum, currency));
  $("basket").textContent = parts.length
    ? parts.join(" + ") + (parts.length > 1 ? ": one currency per order, please" : " in the basket")
    : "Nothing chosen yet.";
  $("place").disabled = parts.length !== 1 || asking || Boolean(intent.order);
}

async function place(event) {
  event.preventDefault();
  if (asking || intent.order) return;
  const wanted = {
    lines: chosen(),
    dropOff: { latitude: Number($("latitude").value), longitude: Number($("longitude").value) },
  };
  const asked = JSON.stringify(wanted);
  /* The same basket sent again is the same order; another basket is another intent. */
  if (intent.basket !== asked) keep({ basket: asked, orderKey: newId() });
  asking = true;
  basket();
  try {
    const answer = await call("POST", "/v1/orders", wanted, { "Idempotency-Key": `"${intent.orderKey}"` });
    if (answer.status === 201) {
      keep({ order: answer.body });
      say("", "", "");
    } else {
      refused("The order was not taken", answer);
    }
  } catch (e) {
    say("warn", "No answer yet", "Send it again when you are back on line: it is placed once.");
  }
  asking = false;
  show();
  refresh();
}

function refused(title, answer) {
  const errors = (answer.body.errors || []).map((error) => `${error.field} ${error.message}`);
  say("bad", title, [answer.body.detail, ...errors].filter(Boolean).join("; "));
}

/* Paying: however many taps, one key. */

function tap() {
  if (!intent.order || intent.end) return;
  if (!intent.payKey) {
    keep({
      payKey: newId(),
      correlationId: newId(),
      tappedAt: new Date().toISOString(),
      method: $("method").value,
      taps: 0,
    });
  }
  keep({ taps: intent.taps + 1 });
  facts();
  pay();
}

async function pay() {
  clearTimeout(timer);
  const mine = intent.payKey;
  say("warn", "Asking…", "One charge, however often you tap.");
  try {
    const order = intent.order;
    const answer = await call(
      "POST",
      "/v1/payments",
      {
        orderId: order.orderId,
        amount: order.total.amount,
        currency: order.total.currency,
        paymentMethod: intent.method,
      },
      { "Idempotency-Key": `"${mine}"`, "X-Correlation-Id": intent.correlationId },
    );
    if (mine === intent.payKey && !intent.end) told(answer);
  } catch (e) {
    if (mine === intent.payKey && !intent.end) {
      say("warn", "No answer yet", "Nothing is lost: this page keeps asking with the same key.");
      later();
    }
  }
  refresh();
}

function told(answer) {
  const body = answer.body;
  if (answer.status === 201) {
    keep({ end: "paid", paymentId: body.paymentId });
    waitMs = 0;
    say("good", "Paid", `${money(body.amount, body.currency)}, charged once.`);
    seen();
  } else if (answer.status === 202) {
    keep({ paymentId: body.paymentId });
    say("warn", "Not known yet", "The bank has not answered. You may have been charged; you will not be charged twice.");
    later(answer);
  } else if (answer.status === 402) {
    say("bad", "Declined; no money moved", `${body.detail} (${body.declineCode}). Choose another method and pay anew.`);
    keep({ payKey: undefined, method: undefined });
    waitMs = 0;
  } else if (body.paymentId && answer.status === 409) {
    follow(body.paymentId);
  } else if (body.retry === "same-key") {
    say("warn", "Not possible right now", "Nothing went wrong; this page asks again with the same key.");
    later(answer);
  } else {
    refused("The payment was not taken", answer);
    keep({ payKey: undefined });
  }
  show();
}

/* Another intent of this order came first: what became of that one is what counts. */
async function follow(paymentId) {
  try {
    const payment = (await call("GET", "/v1/payments/" + paymentId)).body;
    if (payment.outcome === "unknown") {
      say("warn", "Another payment of this order is under way", "It is being found out; nothing is charged twice.");
      later();
    } else if (payment.status === "CONFIRMED") {
      keep({ end: "paid", paymentId });
      say("good", "Paid", "An earlier payment of this order counts; nothing was charged again.");
    } else {
      keep({ end: payment.status });
      say("warn", "Payment " + payment.status.toLowerCase().replace("_", " "), "");
    }
  } catch (e) {
    later();
  }
  show();
}

function later(answer) {
  const told = Number(answer && answer.headers.get("Retry-After")) * 1000;
  waitMs = Math.min(MOST_WAIT_MS, Math.max(told || 1000, waitMs * 2));
  clearTimeout(timer);
  timer = setTimeout(pay, waitMs);
}

/* Says when the customer saw it: what the shop is measured by. */
async function seen() {
  if (!intent.seenAt) keep({ seenAt: new Date().toISOString() });
  try {
    const answer = await call("POST", `/v1/journeys/${intent.correlationId}/seen`, {
      tappedAt: intent.tappedAt,
      seenAt: intent.seenAt,
    });
    if (answer.status < 500) keep({ reported: true });
  } catch (e) {
    setTimeout(seen, REFRESH_MS);
  }
}

function facts() {
  const rows = {
    Order: intent.order && intent.order.orderId,
    Payment: intent.paymentId,
    Key: intent.payKey,
    Taps: intent.taps,
  };
  $("facts").replaceChildren(
    ...Object.entries(rows)
      .filter(([, value]) => value)
      .flatMap(([name, value]) => [node("dt", name), node("dd", value)]),
  );
  $("facts").hidden = !intent.order;
}

function show() {
  const order = intent.order;
  if (order) {
    $("due").textContent = `${money(order.total.amount, order.total.currency)} due. Tap as often as you like: one key, one charge.`;
  }
  $("tap").disabled = !order || Boolean(intent.end);
  $("tap").textContent = order ? `Pay ${money(order.total.amount, order.total.currency)}` : "Pay";
  $("method").disabled = Boolean(intent.payKey) || Boolean(intent.end);
  $("again").hidden = !intent.end;
  facts();
  basket();
}

function again() {
  clearTimeout(timer);
  forget();
  waitMs = 0;
  say("", "", "");
  document.querySelectorAll("#products input").forEach((input) => (input.value = 0));
  show();
  $("order-title").scrollIntoView();
}

/* The figures. */

function tile(title, big, ...lines) {
  const made = node("div", undefined, "tile");
  made.append(node("h3", title), node("div", big, "big"), ...lines);
  return made;
}

function counts(map, names) {
  const p = node("p");
  names.forEach(([key, word], i) => {
    const one = node("span");
    one.append(node("b", map[key] || 0), " " + word);
    p.append(i ? ", " : "", one);
  });
  return p;
}

const sum = (map) => Object.values(map).reduce((a, b) => a + b, 0);

async function refresh() {
  let d;
  try {
    d = (await call("GET", "/v1/dashboard")).body;
  } catch (e) {
    return;
  }
  if (!d.orders) return;
  const slo = d.journeys.objective;
  const bar = node("div", undefined, "bar");
  const progress = node("progress");
  Object.assign(progress, { max: 1, value: slo.share });
  progress.setAttribute("aria-label", "share of journeys within the objective");
  bar.append(progress);
  $("tiles").replaceChildren(
    tile("Orders", sum(d.orders), counts(d.orders, [["PLACED", "placed"], ["PAID", "paid"], ["DISPATCHED", "in the air"], ["DELIVERED", "delivered"], ["CANCELLED", "cancelled"]])),
    tile("Payments", d.payments.requested || 0, counts(d.payments, [["confirmed", "confirmed"], ["declined", "declined"], ["outcomeUnknown", "once unknown"], ["refunded", "refunded"]]), node("p", d.needAttention ? `${d.needAttention} wait for a person` : "none waits for a person")),
    tile("Drones", sum(d.drones), counts(d.drones, [["READY", "ready"], ["DISPATCHED", "flying"], ["RETURNING", "coming home"], ["GROUNDED", "grounded"]])),
    tile("Tap to confirmation", d.journeys.seen ? `${d.journeys.tapToSeen.p50Ms} ms` : "no journey yet", bar, node("p", `${(slo.share * 100).toFixed(1)} % within ${slo.withinMs / 1000} s; the objective is ${slo.target * 100} %: ${slo.met ? "met" : "missed"}`), counts(d.journeys.tapToSeen, [["p95Ms", "ms p95"], ["p99Ms", "ms p99"]])),
    tile("Events on their way", d.queue.waiting, node("p", `the oldest for ${d.queue.oldestAgeMs} ms`), counts(d.queue, [["parked", "set aside"]])),
  );
}

$("shop").addEventListener("submit", place);
$("shop").addEventListener("input", basket);
$("tap").addEventListener("click", tap);
$("again").addEventListener("click", again);
window.addEventListener("online", () => {
  if (intent.payKey && !intent.end) pay();
  refresh();
});
window.addEventListener("offline", () => line(false));
document.addEventListener("visibilitychange", () => document.hidden || refresh());
setInterval(() => document.hidden || refresh(), REFRESH_MS);

show();
fetchProducts();
refresh();
if (intent.end === "paid") {
  say("good", "Paid", "Charged once.");
  if (!intent.reported && intent.seenAt) seen();
} else if (intent.payKey) {
  pay();
}
