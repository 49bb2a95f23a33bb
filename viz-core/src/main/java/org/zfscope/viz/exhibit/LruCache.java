package org.zfscope.viz.exhibit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The few things used last, ready to be used again; what must go is closed. */
public final class LruCache<V> implements AutoCloseable {

    private final int most;
    private final Consumer<V> closing;
    private final Map<Object, V> byKey = new LinkedHashMap<>(16, 0.75f, true);

    public LruCache(int most, Consumer<V> closing) {
        this.most = most;
        this.closing = closing;
    }

    /** What is there under the key, or made now. Room is made first, so that old and new never need memory together. */
    public V get(Object key, Supplier<V> making) {
        V there = byKey.get(key);
        if (there != null) {
            return there;
        }
        Iterator<V> oldest = byKey.values().iterator();
        while (byKey.size() >= most) {
            closing.accept(oldest.next());
            oldest.remove();
        }
        V made = making.get();
        byKey.put(key, made);
        return made;
    }

    /** Puts something in the place of what is there under the key. */
    void put(Object key, V now) {
        Optional.ofNullable(byKey.remove(key)).ifPresent(closing);
        get(key, () -> now);
    }

    /** What is there under the key. */
    public Optional<V> known(Object key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public void close() {
        byKey.values().forEach(closing);
        byKey.clear();
    }
}
