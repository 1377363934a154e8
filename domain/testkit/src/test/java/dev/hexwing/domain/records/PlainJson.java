package dev.hexwing.domain.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the little JSON that stored examples are made of: no escapes, no blanks, no null. */
final class PlainJson {

  private final String text;
  private int at;

  PlainJson(String text) {
    this.text = text;
  }

  Object value() {
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (text.charAt(at) != '}') {
      String name = string();
      at++;
      members.put(name, value());
      skipComma();
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    at++;
    while (text.charAt(at) != ']') {
      items.add(value());
      skipComma();
    }
    at++;
    return items;
  }

  private void skipComma() {
    if (text.charAt(at) == ',') {
      at++;
    }
  }

  private String string() {
    int end = text.indexOf('"', at + 1);
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private Object number() {
    int start = at;
    while ("-+.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String figure = text.substring(start, at);
    return figure.contains(".") ? (Object) Double.valueOf(figure) : Long.valueOf(figure);
  }
}
