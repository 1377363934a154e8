package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaType.SignatureVisitor;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What fields hold, whatever they wrap it in. */
final class Shapes {

  private Shapes() {}

  /** The fields that make an object's state: neither static nor made by the compiler. */
  static Stream<JavaField> stateOf(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /** Every class that a type is made of: arguments, bounds, and arrays beside their elements. */
  static Set<JavaClass> involvedIn(JavaType type) {
    Set<JavaClass> involved = new LinkedHashSet<>();
    type.traverseSignature(
        new SignatureVisitor() {
          @Override
          public Result visitClass(JavaClass found) {
            return add(found);
          }

          @Override
          public Result visitParameterizedType(JavaParameterizedType found) {
            return add(found.toErasure());
          }

          @Override
          public Result visitTypeVariable(JavaTypeVariable<?> found) {
            return add(found.toErasure());
          }

          @Override
          public Result visitGenericArrayType(JavaGenericArrayType found) {
            return add(found.toErasure());
          }

          @Override
          public Result visitWildcardType(JavaWildcardType found) {
            return Result.CONTINUE;
          }

          private Result add(JavaClass found) {
            involved.add(found);
            involved.add(found.getBaseComponentType());
            return Result.CONTINUE;
          }
        });
    return involved;
  }
}
