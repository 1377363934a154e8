package dev.hexwing.examples.droneshop.journeys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiPredicate;

/** Stands before a port and leaves out some of its calls, as a program with a mistake would. */
final class Leaving {

  private Leaving() {}

  /**
   * The port without the calls that are left out, all of which answer nothing.
   *
   * @param isLeftOut judges a call by its name and its last argument
   */
  static <T> T out(Class<T> port, T real, BiPredicate<String, Object> isLeftOut) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              Object last = arguments == null ? "" : arguments[arguments.length - 1];
              if (method.getReturnType() == void.class && isLeftOut.test(method.getName(), last)) {
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** The port with one of its answers replaced. */
  static <T> T replaced(Class<T> port, T real, String name, Object answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                return answer;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
