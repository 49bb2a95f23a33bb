package org.zfscope.models.load.zfscope;

import static org.zfscope.models.words.Words.say;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.load.OneLine;

/** Records of sealed types by name. No name leads to a class outside of its sealed type, whatever a file says. */
final class Kinds {

    private Kinds() {}

    /** All records that a sealed type permits, by their simple names. */
    private static Map<String, Class<?>> of(Class<?> type) {
        return records(type).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::records) : Stream.of(type);
    }

    /**
     * The record of a sealed type that a file names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Class<?> named(Class<?> type, String name) {
        Class<?> found = of(type).get(name);
        if (found == null || !found.isRecord()) {
            throw new IllegalArgumentException(
                    say("models.kinds.no-such-kind", type.getSimpleName(), OneLine.of(name)));
        }
        return found;
    }

    /** What a record has under a component. */
    static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of layers and their parts are public", e);
        }
    }

    /**
     * A record with these values.
     *
     * @throws IllegalArgumentException if it does not accept them
     */
    static Object made(Class<?> record, Object[] values) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException(OneLine.message(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of layers and their parts are public", e);
        }
    }
}
