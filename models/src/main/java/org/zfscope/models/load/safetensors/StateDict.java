package org.zfscope.models.load.safetensors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Tensors;

/** A file's tensors by torchvision's names, without those that only training needs. */
final class StateDict implements Tensors {

    private final Safetensors file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    StateDict(Safetensors file) {
        this.file = file;
        Spelling.torchvisions(file.header().tensors()).forEach((name, entry) -> {
            if (!isForTraining(name)) {
                entries.put(name, entry);
            }
        });
    }

    /** How many batches a norm has seen, and GoogLeNet's auxiliary heads. */
    private static boolean isForTraining(String name) {
        return name.endsWith(".num_batches_tracked") || name.startsWith("aux1.") || name.startsWith("aux2.");
    }

    /** What tensors there are. */
    Map<String, Sides> sides() {
        Map<String, Sides> sides = new LinkedHashMap<>();
        entries.forEach((name, entry) -> sides.put(name, entry.sides()));
        return sides;
    }

    @Override
    public Memory memory(String tensor, Sides sides) {
        return file.memory(tensor, entry(tensor));
    }

    @Override
    public float[] vector(String tensor, int length) {
        return file.vector(tensor, entry(tensor));
    }

    private Entry entry(String tensor) {
        return Optional.ofNullable(entries.get(tensor))
                .orElseThrow(() -> new IllegalStateException("no architecture fits that asks for " + tensor));
    }
}
