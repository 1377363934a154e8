package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of one request, form-encoded with Stripe's bracket syntax ({@code
 * metadata[order_id]=7}). A name given twice counts with its last value.
 */
record Form(Map<String, String> values) {

  private static final int MOST_PARAMETERS = 500;
  private static final int MOST_METADATA = 50;
  private static final int LONGEST_METADATA_NAME = 40;
  private static final int LONGEST_METADATA_VALUE = 500;

  Form {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Either<Answer, Form> parse(String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    int start = 0;
    while (start < encoded.length()) {
      int end = encoded.indexOf('&', start);
      end = end < 0 ? encoded.length() : end;
      if (end > start) {
        String pair = encoded.substring(start, end);
        int equals = pair.indexOf('=');
        try {
          String name = decode(equals < 0 ? pair : pair.substring(0, equals));
          values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        } catch (IllegalArgumentException malformed) {
          return Either.left(
              Refusals.invalid(null, null, "The request's parameters are not form-encoded."));
        }
        if (values.size() > MOST_PARAMETERS) {
          return Either.left(Refusals.invalid(null, null, "Too many parameters."));
        }
      }
      start = end + 1;
    }
    return Either.right(new Form(values));
  }

  /** The value, or empty if the parameter is absent or blank: Stripe reads both as "not given". */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Refuses a parameter whose name, up to its first bracket, is not among the known ones. */
  Either<Answer, Form> allowing(Set<String> known) {
    for (String name : values.keySet()) {
      int bracket = name.indexOf('[');
      String base = bracket < 0 ? name : name.substring(0, bracket);
      if (!known.contains(base)) {
        return Either.left(Refusals.unknownParameter(base));
      }
    }
    return Either.right(this);
  }

  Either<Answer, Boolean> flag(String name) {
    return switch (values.getOrDefault(name, "")) {
      case "true" -> Either.right(true);
      case "false", "" -> Either.right(false);
      default -> Either.left(Refusals.invalid(null, name, "Invalid boolean: " + name));
    };
  }

  /** The metadata, in the order given, within Stripe's limits; blank values are left out. */
  Either<Answer, Map<String, String>> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String name = entry.getKey();
      if (!name.equals("metadata") && !name.startsWith("metadata[")) {
        continue;
      }
      if (!name.endsWith("]") || name.indexOf('[') != name.lastIndexOf('[')) {
        return Either.left(Refusals.invalid(null, "metadata", "Invalid hash: metadata"));
      }
      String key = name.substring("metadata[".length(), name.length() - 1);
      if (key.isEmpty() || key.length() > LONGEST_METADATA_NAME) {
        return Either.left(
            Refusals.invalid(null, "metadata", "Metadata keys have 1 to 40 characters."));
      }
      if (entry.getValue().length() > LONGEST_METADATA_VALUE) {
        return Either.left(
            Refusals.invalid(null, name, "Metadata values have up to 500 characters."));
      }
      if (!entry.getValue().isEmpty()) {
        metadata.put(key, entry.getValue());
      }
    }
    return metadata.size() > MOST_METADATA
        ? Either.left(Refusals.invalid(null, "metadata", "Metadata has up to 50 keys."))
        : Either.right(metadata);
  }

  /** What was asked, in short: equal for the same parameters in any order to the same path. */
  String fingerprint(String path) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(values)
          .forEach(
              (name, value) -> {
                String pair = "\n" + name.length() + ":" + name + "=" + value;
                digest.update(pair.getBytes(StandardCharsets.UTF_8));
              });
      byte[] half = Arrays.copyOf(digest.digest(), 16);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
