package io.stagesync.state.jdbc;

import io.stagesync.state.Session;
import io.stagesync.state.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A session that asks each question in a reading transaction of its own. */
final class LastCommit {
  private LastCommit() {}

  static Session of(Store store) {
    return proxy(
        Session.class,
        (self, room, none) ->
            proxy(
                room.getReturnType(),
                (proxy, question, values) ->
                    store.read(session -> ask(question, ask(room, session), values))));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(LastCommit.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object ask(Method question, Object whom, Object... values) {
    try {
      return question.invoke(whom, values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
