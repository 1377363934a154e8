package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A query in the part of Stripe's search language that is spoken here: exact matches of {@code
 * metadata['name']}, {@code status} and {@code currency}, joined by {@code AND}. Quotes are single
 * or double, and a backslash takes a quote's meaning away.
 *
 * @param clauses at least one, of which at least one names metadata
 */
record SearchQuery(List<Clause> clauses) {

  /** One exact match: of a metadata pair if {@code metadata}, else of a member. */
  record Clause(boolean metadata, String name, String value) {
    boolean matches(JsonNode object) {
      JsonNode found = metadata ? object.path("metadata").path(name) : object.path(name);
      return found.isString() && found.asString().equals(value);
    }
  }

  private static final int LONGEST = 5000;
  private static final String QUOTED = "(?:'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\")";
  private static final Pattern CLAUSE =
      Pattern.compile("\\s*(?:metadata\\[\\s*" + QUOTED + "\\s*\\]|([a-z_]+))\\s*:\\s*" + QUOTED);
  private static final Pattern AND = Pattern.compile("\\s+AND(?=\\s)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> MEMBERS = Set.of("status", "currency");

  static Either<Answer, SearchQuery> parse(String text) {
    if (text.length() > LONGEST) {
      return Either.left(refused("it has more than " + LONGEST + " characters"));
    }
    List<Clause> clauses = new ArrayList<>();
    int position = 0;
    do {
      Matcher clause = CLAUSE.matcher(text).region(position, text.length());
      if (!clause.lookingAt()) {
        return Either.left(refused("no clause at character " + (position + 1)));
      }
      Clause read = read(clause);
      if (!read.metadata && !MEMBERS.contains(read.name)) {
        return Either.left(refused("field `" + read.name + "` is not searchable"));
      }
      clauses.add(read);
      Matcher and = AND.matcher(text).region(clause.end(), text.length());
      position = and.lookingAt() ? and.end() : -1;
      if (position < 0 && !text.substring(clause.end()).isBlank()) {
        return Either.left(refused("only AND may stand at character " + (clause.end() + 1)));
      }
    } while (position >= 0);
    return clauses.stream().anyMatch(Clause::metadata)
        ? Either.right(new SearchQuery(List.copyOf(clauses)))
        : Either.left(refused("this sandbox wants at least one metadata clause"));
  }

  /** The metadata pair that candidates are looked up by. */
  Map.Entry<String, String> lead() {
    Clause lead = clauses.stream().filter(Clause::metadata).findFirst().orElseThrow();
    return Map.entry(lead.name, lead.value);
  }

  boolean matches(JsonNode object) {
    return clauses.stream().allMatch(clause -> clause.matches(object));
  }

  private static Clause read(Matcher clause) {
    String member = clause.group(3);
    String name = member != null ? member : quoted(clause, 1);
    return new Clause(member == null, name, quoted(clause, 4));
  }

  private static String quoted(Matcher clause, int first) {
    String single = clause.group(first);
    String text = single != null ? single : clause.group(first + 1);
    return text == null ? "" : text.replaceAll("\\\\(.)", "$1");
  }

  private static Answer refused(String why) {
    return Refusals.invalid(
        null, "query", "We were unable to parse your search query: " + why + ".");
  }
}
