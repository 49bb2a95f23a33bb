package org.zfscope.models.compute.onednn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;

/**
 * Which prepared filters are kept. Winograd's are four times as large as the weights and take longer to make than to use,
 * so they pay from the second use on: what was used once must soon make room, what is used again stays. Results do not
 * depend on it. The caller holds the engine's lock.
 */
final class Shelf {

    private final Row once;
    private final Row again;

    /** Forms of one kind, the oldest first. */
    private static final class Row {

        private final long limit;
        private final Set<Form> forms = new LinkedHashSet<>();
        private long bytes;

        Row(long limit) {
            this.limit = limit;
        }

        void add(Form form) {
            forms.add(form);
            bytes += form.bytes();
        }

        void remove(Form form) {
            if (forms.remove(form)) {
                bytes -= form.bytes();
            }
        }

        /** Those that must go so that more may come. */
        List<Form> outgoing(long more) {
            List<Form> outgoing = new ArrayList<>();
            Iterator<Form> oldest = forms.iterator();
            while (bytes + more > limit && oldest.hasNext()) {
                Form form = oldest.next();
                bytes -= form.bytes();
                oldest.remove();
                outgoing.add(form);
            }
            return outgoing;
        }

        void trim(Form spared) {
            Iterator<Form> oldest = forms.iterator();
            while (bytes > limit && oldest.hasNext()) {
                Form form = oldest.next();
                if (form != spared) {
                    bytes -= form.bytes();
                    oldest.remove();
                    form.drop();
                }
            }
        }
    }

    /**
     * @param limitOnce bytes of filters that were used once
     * @param limitAgain bytes of those that were used more often
     */
    Shelf(long limitOnce, long limitAgain) {
        this.once = new Row(limitOnce);
        this.again = new Row(limitAgain);
    }

    /** A form is in use. */
    void used(Form form, boolean before) {
        forget(form);
        Row row = before ? again : once;
        row.add(form);
        row.trim(form);
    }

    /**
     * Makes room for a form that is used for the first time.
     *
     * @return the memory of one that had to go, where it has just that size: fresh memory costs a page fault every 4 KB
     */
    Optional<BytePointer> room(long bytes) {
        Optional<BytePointer> found = Optional.empty();
        for (Form form : once.outgoing(bytes)) {
            Optional<BytePointer> memory = form.surrender();
            if (found.isEmpty() && form.bytes() == bytes) {
                found = memory;
            } else {
                memory.ifPresent(BytePointer::deallocate);
            }
        }
        return found;
    }

    void forget(Form form) {
        once.remove(form);
        again.remove(form);
    }
}
