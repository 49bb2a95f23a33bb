package org.zfscope.models.compute.onednn;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which prepared filters are kept. Winograd's are four times as large as the weights and take longer to make than to use,
 * so they pay from the second use on: what was used once must soon make room, what is used again stays. Results do not
 * depend on it. The caller holds the engine's lock.
 */
final class Shelf {

    private final long limitOnce;
    private final long limitAgain;
    private final Set<Form> once = new LinkedHashSet<>(); // the oldest first
    private final Set<Form> again = new LinkedHashSet<>();

    /**
     * @param limitOnce bytes of filters that were used once
     * @param limitAgain bytes of those that were used more often
     */
    Shelf(long limitOnce, long limitAgain) {
        this.limitOnce = limitOnce;
        this.limitAgain = limitAgain;
    }

    /** A form is in use. */
    void used(Form form, boolean before) {
        once.remove(form);
        again.remove(form);
        (before ? again : once).add(form);
        trim(once, limitOnce, form);
        trim(again, limitAgain, form);
    }

    private static void trim(Set<Form> forms, long limit, Form spared) {
        long bytes = bytes(forms);
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

    private static long bytes(Set<Form> forms) {
        return forms.stream().mapToLong(Form::bytes).sum();
    }

    void forget(Form form) {
        once.remove(form);
        again.remove(form);
    }
}
