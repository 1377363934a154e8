package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads one method: whom it refers to, and which values it stores and gives back. */
final class MethodReader extends MethodVisitor {

  private static final String INTERRUPT = "java/lang/InterruptedException";

  // Absence cannot be changed by anybody.
  private static final Value NOTHING = new Value(Value.Kind.CALL, "", "empty");

  private final References references;
  private final String self;
  private final String superName;
  private final MethodInfo head;
  private final Consumer<MethodInfo> done;
  private final List<AnnotationInfo> annotations = new ArrayList<>();
  private final Map<String, Value> writes = new LinkedHashMap<>();
  private final List<Value> returns = new ArrayList<>();
  private final Map<Integer, Value> locals = new HashMap<>();
  private final Map<Label, Value> branches = new HashMap<>();
  private final Set<Label> interruptHandlers = new HashSet<>();
  private Value top = Value.OTHER;
  private String lastCall = "";
  private int line;
  private int firstLine;
  private int instructions;
  private int interruptLine;
  private boolean interrupts;
  private boolean handlesInterrupt;
  private boolean callsThis;

  MethodReader(
      References references,
      String self,
      String superName,
      MethodInfo head,
      String descriptor,
      Consumer<MethodInfo> done) {
    super(ClassFileReader.ASM);
    this.references = references;
    this.self = self;
    this.superName = superName;
    this.head = head;
    this.done = done;
    int slot = head.has(Opcodes.ACC_STATIC) ? 0 : 1;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      locals.put(slot, Value.PARAMETER);
      slot += parameter.getSize();
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation(descriptor, annotations::add);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeRef, TypePath path, String descriptor, boolean visible) {
    return annotation(descriptor, ignored -> {});
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return annotation(descriptor, ignored -> {});
  }

  @Override
  public AnnotationVisitor visitAnnotationDefault() {
    return new AnnotationReader(references, "", ignored -> {});
  }

  private AnnotationVisitor annotation(String descriptor, Consumer<AnnotationInfo> to) {
    references.addDescriptor(descriptor, Reference.ANNOTATED, 0);
    return new AnnotationReader(references, Type.getType(descriptor).getClassName(), to);
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    if (firstLine == 0) {
      firstLine = number;
    }
    if (handlesInterrupt && interruptLine == 0) {
      interruptLine = number;
    }
  }

  @Override
  public void visitLabel(Label label) {
    Value other = branches.remove(label);
    if (other != null) {
      top = top.or(other);
    }
    if (interruptHandlers.contains(label)) {
      handlesInterrupt = true;
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    instructions++;
    if (opcode == Opcodes.GOTO) {
      branches.merge(label, top, Value::or);
      // What follows was not reached from here; it brings a value of its own.
      top = new Value(Value.Kind.CALL, "", "");
    }
  }

  @Override
  public void visitInsn(int opcode) {
    instructions++;
    if (opcode == Opcodes.ARETURN) {
      returns.add(top);
    } else if (opcode == Opcodes.ACONST_NULL) {
      top = NOTHING;
    } else if (opcode != Opcodes.DUP) {
      top = Value.OTHER;
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    instructions++;
    top = Value.OTHER;
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    instructions++;
    if (opcode == Opcodes.ALOAD) {
      top = locals.getOrDefault(slot, Value.OTHER);
    } else if (opcode == Opcodes.ASTORE) {
      locals.put(slot, top);
    } else {
      top = Value.OTHER;
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    instructions++;
    references.add(type, Reference.CODE, line);
    if (opcode == Opcodes.NEW) {
      top = new Value(Value.Kind.NEW, type.replace('/', '.'), "<init>");
    } else if (opcode != Opcodes.CHECKCAST) {
      top = Value.OTHER;
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    instructions++;
    if (owner.equals(self)) {
      if (opcode == Opcodes.PUTFIELD) {
        writes.merge(name, top, Value::or);
      }
    } else {
      references.access(owner, name, descriptor, false, line);
    }
    boolean own = owner.equals(self) && opcode == Opcodes.GETFIELD;
    top = own ? new Value(Value.Kind.FIELD, self.replace('/', '.'), name) : Value.OTHER;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    instructions++;
    boolean constructor = name.equals("<init>");
    boolean first = constructor && head.isConstructor() && !(top.kind() == Value.Kind.NEW);
    if (owner.equals(self)) {
      callsThis |= first;
    } else {
      boolean toSuper = head.isConstructor() && constructor && owner.equals(superName);
      references.access(owner, name, descriptor, toSuper, line);
    }
    interrupts |= name.equals("interrupt") && descriptor.equals("()V");
    if (constructor) {
      // The object made by NEW and DUP is what stays.
      top =
          owner.equals(superName) ? top : new Value(Value.Kind.NEW, owner.replace('/', '.'), name);
    } else {
      String collector = name.equals("collect") ? lastCall : name;
      // A view shows whatever the caller does to what it handed in.
      boolean view = name.startsWith("unmodifiable") && top.kind() == Value.Kind.PARAMETER;
      top = view ? top : new Value(Value.Kind.CALL, owner.replace('/', '.'), collector);
    }
    lastCall = name;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    instructions++;
    references.addDescriptor(descriptor, Reference.CODE, line);
    for (Object argument : arguments) {
      constant(argument);
    }
    top = Value.OTHER;
  }

  @Override
  public void visitLdcInsn(Object value) {
    instructions++;
    constant(value);
    top = Value.OTHER;
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      references.addDescriptor(type.getDescriptor(), Reference.CODE, line);
    } else if (value instanceof Handle handle) {
      if (!handle.getOwner().equals(self)) {
        references.access(handle.getOwner(), handle.getName(), handle.getDesc(), false, line);
      }
    } else if (value instanceof ConstantDynamic dynamic) {
      references.addDescriptor(dynamic.getDescriptor(), Reference.CODE, line);
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    instructions++;
    references.addDescriptor(descriptor, Reference.CODE, line);
    top = Value.OTHER;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    if (type != null) {
      references.add(type, Reference.CODE, 0);
      if (type.equals(INTERRUPT)) {
        interruptHandlers.add(handler);
      }
    }
  }

  @Override
  public void visitEnd() {
    int swallowed = handlesInterrupt && !interrupts ? Math.max(1, interruptLine) : 0;
    done.accept(
        new MethodInfo(
            head.name(),
            head.access(),
            head.parameters(),
            head.result(),
            List.copyOf(annotations),
            firstLine,
            writes.isEmpty() ? Map.of() : new LinkedHashMap<>(writes),
            returns.isEmpty() ? List.of() : List.copyOf(returns),
            callsThis,
            swallowed,
            instructions));
  }
}
