package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A layout while it is collected; on one thread. */
final class LayoutBuilder {

  final String name;
  final List<String> roots = new ArrayList<>();
  final List<LayoutEntries.OfRole> roles = new ArrayList<>();
  final List<LayoutEntries.OfBlock> blocks = new ArrayList<>();
  final List<LayoutEntries.OfContext> contexts = new ArrayList<>();
  final Set<String> noContexts = new LinkedHashSet<>();
  final List<LayoutEntries.Allowance> allowances = new ArrayList<>();
  final Map<String, Setting> settings = new LinkedHashMap<>();
  final List<LayoutEntries.Accepted> accepted = new ArrayList<>();
  final Set<String> stateWords = new LinkedHashSet<>();
  String sharedKernel = "shared";
  TypeSet domainMayUse = Defaults.DOMAIN_MAY_USE;
  TypeSet applicationMayUse = Defaults.APPLICATION_MAY_USE;
  boolean onlyTranslatorsAsk;
  String refusalType = "";
  String metadataType = "";

  LayoutBuilder(String name) {
    this.name = name;
  }

  LayoutBuilder copy() {
    LayoutBuilder copy = new LayoutBuilder(name);
    copy.roots.addAll(roots);
    copy.roles.addAll(roles);
    copy.blocks.addAll(blocks);
    copy.contexts.addAll(contexts);
    copy.noContexts.addAll(noContexts);
    copy.allowances.addAll(allowances);
    copy.settings.putAll(settings);
    copy.accepted.addAll(accepted);
    copy.stateWords.addAll(stateWords);
    copy.sharedKernel = sharedKernel;
    copy.domainMayUse = domainMayUse;
    copy.applicationMayUse = applicationMayUse;
    copy.onlyTranslatorsAsk = onlyTranslatorsAsk;
    copy.refusalType = refusalType;
    copy.metadataType = metadataType;
    return copy;
  }

  /** Adds to an allow-list; what the domain may use, the application may use too. */
  void allow(String list, List<String> patterns, String where) {
    String[] more = patterns.toArray(new String[0]);
    if (list.equals("domain")) {
      domainMayUse = domainMayUse.and(more);
    }
    applicationMayUse = applicationMayUse.and(more);
    patterns.forEach(one -> allowances.add(new LayoutEntries.Allowance(list, one, where)));
  }

  void role(Role role, String packages, String adapter, String where) {
    roles.add(new LayoutEntries.OfRole(role, Matcher.packages(packages, where), adapter));
  }

  void block(Block block, Matcher.Kind kind, String pattern, String where) {
    blocks.add(new LayoutEntries.OfBlock(block, new Matcher(kind, pattern, where), false));
  }

  void context(String name, String packages, String where) {
    contexts.add(new LayoutEntries.OfContext(name, Matcher.packages(packages, where)));
  }

  /** Switches rules on that are off for others. */
  void on(List<String> rules, String where) {
    for (String rule : rules) {
      Severity severity = RuleTexts.of(rule).severity();
      settings.putIfAbsent(rule, new Setting(Setting.Kind.ON, severity, "", where));
    }
  }
}
