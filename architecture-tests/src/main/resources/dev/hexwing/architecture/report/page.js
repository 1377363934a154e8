(function () {
  'use strict';
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  var words = document.getElementById('words');
  var rule = document.getElementById('rule');
  var part = document.getElementById('part');
  var shown = document.getElementById('shown');
  var nothing = document.getElementById('nothing');
  var chips = Array.prototype.slice.call(document.querySelectorAll('.chips input'));
  var groups = Array.prototype.slice.call(document.querySelectorAll('details.rule'));
  var parts = Array.prototype.slice.call(document.querySelectorAll('.picture .hx-part'));
  var total = document.querySelectorAll('ol.findings > li').length;

  function isDark() {
    return root.dataset.theme
      ? root.dataset.theme === 'dark'
      : window.matchMedia('(prefers-color-scheme: dark)').matches;
  }
  theme.hidden = false;
  theme.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
  });

  function wanted(kind) {
    return chips.some(function (chip) { return chip.value === kind && chip.checked; });
  }

  function matches(item, group, sought) {
    if (!wanted(item.dataset.severity)) return false;
    if (item.dataset.known && !wanted('known')) return false;
    if (rule.value && group.dataset.rule !== rule.value) return false;
    if (part.value && (' ' + item.dataset.parts + ' ').indexOf(' ' + part.value + ' ') < 0) return false;
    return sought.every(function (word) { return item.dataset.words.indexOf(word) >= 0; });
  }

  function filter() {
    var sought = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var visible = 0;
    groups.forEach(function (group) {
      var here = 0;
      group.querySelectorAll('ol.findings > li').forEach(function (item) {
        item.hidden = !matches(item, group, sought);
        if (!item.hidden) here++;
      });
      group.hidden = here === 0;
      group.querySelector('.number').textContent = here;
      visible += here;
    });
    shown.textContent = visible === total ? total + ' findings' : visible + ' of ' + total;
    nothing.hidden = visible > 0 || total === 0;
    parts.forEach(function (one) {
      one.setAttribute('aria-pressed', String(part.value !== '' && token(one) === part.value));
    });
    var state = new URLSearchParams();
    if (words.value) state.set('words', words.value);
    if (rule.value) state.set('rule', rule.value);
    if (part.value) state.set('part', part.value);
    try { history.replaceState(null, '', state.toString() ? '#' + state : location.pathname); } catch (e) { /* a page from a file may not */ }
  }

  function token(one) {
    var name = one.dataset.context || one.dataset.adapter;
    if (name) return (one.dataset.context ? 'context:' : 'adapter:') + name.replace(/\s+/g, '_');
    return 'context:' + (one.dataset.from || '').replace(/\s+/g, '_');
  }

  if (words) {
    var state = new URLSearchParams(location.hash.slice(1));
    words.value = state.get('words') || '';
    rule.value = state.get('rule') || '';
    part.value = state.get('part') || '';
    [words, rule, part].concat(chips).forEach(function (field) {
      field.addEventListener('input', filter);
    });
    document.getElementById('clear').addEventListener('click', function () {
      words.value = rule.value = part.value = '';
      chips.forEach(function (chip) { chip.checked = true; });
      filter();
    });
    parts.forEach(function (one) {
      one.setAttribute('tabindex', '0');
      one.setAttribute('role', 'button');
      function choose() {
        var name = token(one);
        part.value = part.value === name ? '' : name;
        filter();
      }
      one.addEventListener('click', choose);
      one.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(); }
      });
    });
    document.addEventListener('keydown', function (event) {
      var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
      if (event.key === 'Escape' && typing) { event.target.blur(); return; }
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') { event.preventDefault(); words.focus(); }
      if (event.key === 'j' || event.key === 'k') {
        var open = groups.filter(function (group) { return !group.hidden; });
        var at = open.findIndex(function (group) { return group.contains(document.activeElement); });
        var next = open[at < 0 ? 0 : Math.max(0, Math.min(open.length - 1, at + (event.key === 'j' ? 1 : -1)))];
        if (next) { next.querySelector('summary').focus(); }
      }
    });
    filter();
  }
})();
