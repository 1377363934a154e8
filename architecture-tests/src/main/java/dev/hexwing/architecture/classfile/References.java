package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Counts what one class refers to while its file is read; on one thread. */
final class References {

  private static final int ASM = ClassFileReader.ASM;

  private final String self;
  private final Names names;
  private final Map<String, int[]> counted = new LinkedHashMap<>();
  private final Map<String, int[]> accessed = new LinkedHashMap<>();
  private final Map<String, Access> firstAccesses = new LinkedHashMap<>();

  References(String self, Names names) {
    this.self = self;
    this.names = names;
  }

  /** A class, by its internal name or, for an array, its descriptor. */
  void add(String internal, int kind, int line) {
    if (internal.charAt(0) == '[') {
      addDescriptor(internal, kind, line);
    } else {
      addName(names.of(internal), kind, line);
    }
  }

  private void addName(String name, int kind, int line) {
    if (name.equals(self)) {
      return;
    }
    int[] entry = counted.computeIfAbsent(name, key -> new int[3]);
    entry[0] |= kind;
    entry[1]++;
    entry[2] = earliest(entry[2], line);
  }

  /** All classes of the descriptor of a field or method. */
  void addDescriptor(String descriptor, int kind, int line) {
    int at = descriptor.indexOf('L');
    while (at >= 0) {
      int end = descriptor.indexOf(';', at);
      addName(names.of(descriptor.substring(at + 1, end)), kind, line);
      at = descriptor.indexOf('L', end);
    }
  }

  /** All classes of a generic signature. */
  void addSignature(String signature, int kind, int line) {
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(ASM) {
              private String current = "";

              @Override
              public void visitClassType(String name) {
                current = name;
                add(name, kind, line);
              }

              @Override
              public void visitInnerClassType(String name) {
                current = current + "$" + name;
                add(current, kind, line);
              }
            });
  }

  /** A use of a member. */
  void access(String owner, String name, String descriptor, boolean toSuper, int line) {
    add(owner, Reference.CODE, line);
    String key = owner + '#' + name + descriptor;
    int[] entry = accessed.get(key);
    if (entry == null) {
      entry = new int[2];
      accessed.put(key, entry);
      String ownerName =
          owner.charAt(0) == '['
              ? Type.getType(owner).getElementType().getClassName()
              : names.of(owner);
      firstAccesses.put(key, new Access(ownerName, name, parameters(descriptor), toSuper, 1, line));
    }
    entry[0]++;
    entry[1] = earliest(entry[1], line);
  }

  private static String parameters(String descriptor) {
    if (descriptor.charAt(0) != '(' || descriptor.charAt(1) == ')') {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      text.append(text.length() == 0 ? "" : ",").append(type.getClassName());
    }
    return text.toString();
  }

  List<Reference> references() {
    List<Reference> all = new ArrayList<>(counted.size());
    counted.forEach(
        (target, entry) ->
            all.add(new Reference(target, entry[0], entry[1], Math.max(1, entry[2]))));
    return List.copyOf(all);
  }

  List<Access> accesses() {
    List<Access> all = new ArrayList<>(firstAccesses.size());
    firstAccesses.forEach(
        (key, first) -> {
          int[] entry = accessed.getOrDefault(key, new int[2]);
          all.add(
              new Access(
                  first.owner(),
                  first.name(),
                  first.parameters(),
                  first.toSuper(),
                  entry[0],
                  Math.max(1, entry[1])));
        });
    return List.copyOf(all);
  }

  private static int earliest(int one, int other) {
    if (one == 0) {
      return other;
    }
    return other == 0 ? one : Math.min(one, other);
  }
}
