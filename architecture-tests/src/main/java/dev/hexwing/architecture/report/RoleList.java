package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Block;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RoleAssignment;
import dev.hexwing.architecture.Roles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each class is, and who said so. */
public final class RoleList {

  private final List<RoleAssignment> roles;

  /** All classes, or those of one role. */
  public RoleList(Roles roles, Optional<Role> only) {
    this.roles =
        roles.all().stream().filter(one -> only.map(one.role()::equals).orElse(true)).toList();
  }

  /** Grouped by role, context and adapter. */
  public String text() {
    Map<Role, Map<String, StringBuilder>> groups = new TreeMap<>();
    Map<Role, Integer> counts = new TreeMap<>();
    for (RoleAssignment one : roles) {
      counts.merge(one.role(), 1, Integer::sum);
      groups
          .computeIfAbsent(one.role(), role -> new TreeMap<>())
          .computeIfAbsent(part(one), part -> new StringBuilder())
          .append(line(one));
    }
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (role, parts) -> {
          text.append(role.text()).append("  (").append(counts.get(role)).append(")\n");
          parts.forEach((part, lines) -> text.append(heading(part)).append(lines));
          text.append('\n');
        });
    return text.append(Words.count(roles.size(), "class", "classes")).append('\n').toString();
  }

  private static String part(RoleAssignment one) {
    return one.adapter().isEmpty() ? one.context() : one.adapter();
  }

  private static String heading(String part) {
    return part.isEmpty() ? "" : "  " + part + "\n";
  }

  private static String line(RoleAssignment one) {
    List<String> blocks = one.blocks().stream().map(Block::text).toList();
    StringBuilder line = new StringBuilder("    ").append(one.className());
    if (!blocks.isEmpty()) {
      line.append("  ").append(String.join(", ", blocks));
    }
    String evidence = one.evidence().isEmpty() ? "" : one.evidence().get(0).text();
    if (!evidence.isEmpty()) {
      line.append("  [").append(evidence).append(']');
    }
    return line.append('\n').toString();
  }

  /** For programs: an array of classes. */
  public String json() {
    JsonWriter json = new JsonWriter().beginArray();
    for (RoleAssignment one : roles) {
      json.beginObject();
      json.member("class", one.className());
      json.member("role", one.role().text());
      json.member("context", one.context());
      json.member("adapter", one.adapter());
      json.member("blocks", one.blocks().stream().map(Block::text).toList());
      json.name("evidence").beginArray();
      for (RoleAssignment.Evidence evidence : one.evidence()) {
        json.beginObject();
        json.member("source", evidence.source().name().toLowerCase(Locale.ROOT));
        json.member("says", evidence.says());
        json.member("text", evidence.text());
        json.endObject();
      }
      json.endArray().endObject();
    }
    return json.endArray().done();
  }
}
