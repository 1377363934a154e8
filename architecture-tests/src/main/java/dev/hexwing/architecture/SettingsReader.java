package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.Setting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a layout file says of rules. */
final class SettingsReader {

  private static final String OFF = "off";
  private static final String EMPTY = "empty";
  private static final String SEVERITY = "severity";

  private SettingsReader() {}

  /** Rules that are not as they are for everybody, by id. */
  static Map<String, Setting> read(YamlTree tree) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    tree.map()
        .forEach(
            (id, value) -> {
              if (!RuleTexts.all().containsKey(id)) {
                throw value.mistake("no such rule");
              }
              settings.put(id, setting(RuleTexts.of(id).severity(), value));
            });
    return settings;
  }

  private static Setting setting(Severity usual, YamlTree value) {
    if (value.isText()) {
      if (value.text().equals(OFF)) {
        throw value.mistake("say why: {off: \"the reason\"}");
      }
      Severity severity = value.text().equals("on") ? usual : severity(value);
      return new Setting(Setting.Kind.ON, severity, "", value.where());
    }
    Map<String, YamlTree> parts = value.map(List.of(OFF, EMPTY, SEVERITY));
    YamlTree off = parts.get(OFF);
    YamlTree empty = parts.get(EMPTY);
    YamlTree told = parts.get(SEVERITY);
    if (off != null && empty != null) {
      throw value.mistake("is either off or empty");
    }
    Severity severity = told == null ? usual : severity(told);
    if (off != null) {
      return new Setting(Setting.Kind.OFF, severity, off.text(), value.where());
    }
    return empty == null
        ? new Setting(Setting.Kind.ON, severity, "", value.where())
        : new Setting(Setting.Kind.EMPTY, severity, empty.text(), value.where());
  }

  private static Severity severity(YamlTree value) {
    String text = value.text();
    return Arrays.stream(Severity.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                value.mistake(
                    "must be on, error, warning, advice, {off: \"the reason\"} or {empty: \"the"
                        + " reason\"}"));
  }
}
