package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Severity;
import java.util.Locale;

/** How findings are put into words, the same in every form of report. */
final class Words {

  private Words() {}

  static String of(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** A sentence with its end, whatever the message ended with. */
  static String sentence(String words) {
    String text = words.strip();
    if (text.isEmpty() || text.endsWith(".") || text.endsWith("?") || text.endsWith("!")) {
      return text;
    }
    return text + ".";
  }

  static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Who, what, and how often the bytecode says so if more than once. */
  static String message(Finding finding) {
    String times = finding.count() > 1 ? " (" + finding.count() + " times)" : "";
    String subject = subject(finding);
    String words = finding.message().strip();
    return (words.startsWith(subject) ? words : subject + " " + words) + times;
  }

  /** The class without its package; for the layout what it says wrong things about. */
  private static String subject(Finding finding) {
    if (finding.origin().equals(Finding.LAYOUT)) {
      return finding.target().isEmpty() ? "the layout" : finding.target();
    }
    return finding.origin().substring(finding.origin().lastIndexOf('.') + 1).replace('$', '.');
  }
}
