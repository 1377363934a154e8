package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads descriptors and generic signatures (JVMS 4.3 and 4.7.9.1) into shapes. */
final class SignatureParser {

  private static final TypeShape OBJECT = new TypeShape("java.lang.Object", 0, List.of());

  private final Names names;
  private final Map<String, TypeShape> variables;
  private String text = "";
  private int at;

  SignatureParser(Names names) {
    this(names, new HashMap<>());
  }

  private SignatureParser(Names names, Map<String, TypeShape> variables) {
    this.names = names;
    this.variables = variables;
  }

  /** A parser for a member, which may have variables of its own. */
  SignatureParser forMember() {
    return new SignatureParser(names, new HashMap<>(variables));
  }

  /** The type of a field. */
  TypeShape type(String signature) {
    start(signature);
    return type();
  }

  /** The superclass and interfaces of a class; remembers its variables. */
  List<TypeShape> supertypes(String signature) {
    start(signature);
    formals();
    List<TypeShape> found = new ArrayList<>();
    while (at < text.length()) {
      found.add(type());
    }
    return found;
  }

  /** The parameters of a method and, last, its result. */
  List<TypeShape> method(String signature) {
    start(signature);
    formals();
    at++;
    List<TypeShape> found = new ArrayList<>();
    while (text.charAt(at) != ')') {
      found.add(type());
    }
    at++;
    found.add(type());
    return found;
  }

  private void start(String signature) {
    text = signature;
    at = 0;
  }

  private void formals() {
    if (text.charAt(at) != '<') {
      return;
    }
    at++;
    while (text.charAt(at) != '>') {
      int colon = text.indexOf(':', at);
      String variable = text.substring(at, colon);
      at = colon;
      List<TypeShape> bounds = new ArrayList<>();
      variables.put(variable, OBJECT);
      while (text.charAt(at) == ':') {
        at++;
        if (text.charAt(at) != ':') {
          bounds.add(type());
        }
      }
      variables.put(variable, together(bounds));
    }
    at++;
  }

  private static TypeShape together(List<TypeShape> bounds) {
    if (bounds.isEmpty()) {
      return OBJECT;
    }
    TypeShape first = bounds.get(0);
    List<TypeShape> rest = new ArrayList<>(first.arguments());
    rest.addAll(bounds.subList(1, bounds.size()));
    return new TypeShape(first.name(), first.dimensions(), rest);
  }

  private TypeShape type() {
    int dimensions = 0;
    while (text.charAt(at) == '[') {
      dimensions++;
      at++;
    }
    TypeShape element = element();
    return dimensions == 0
        ? element
        : new TypeShape(element.name(), element.dimensions() + dimensions, element.arguments());
  }

  private TypeShape element() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'L' -> classType();
      case 'T' -> variable();
      case '*' -> OBJECT;
      case '+', '-' -> type();
      default -> new TypeShape(primitive(kind), 0, List.of());
    };
  }

  private TypeShape variable() {
    int end = text.indexOf(';', at);
    String variable = text.substring(at, end);
    at = end + 1;
    return variables.getOrDefault(variable, OBJECT);
  }

  private TypeShape classType() {
    StringBuilder name = new StringBuilder();
    List<TypeShape> arguments = new ArrayList<>();
    while (true) {
      char next = text.charAt(at++);
      if (next == ';') {
        return new TypeShape(names.of(name.toString()), 0, List.copyOf(arguments));
      }
      if (next == '<') {
        while (text.charAt(at) != '>') {
          arguments.add(type());
        }
        at++;
      } else {
        name.append(next == '.' ? '$' : next);
      }
    }
  }

  static String primitive(char kind) {
    return switch (kind) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'Z' -> "boolean";
      case 'V' -> "void";
      default -> throw new IllegalArgumentException("no type begins with " + kind);
    };
  }
}
