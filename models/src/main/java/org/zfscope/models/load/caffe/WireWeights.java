package org.zfscope.models.load.caffe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights that lie in a net itself, as a .caffemodel has them. */
record WireWeights(Map<String, List<CaffeBlob>> all) implements CaffeWeights {

    static WireWeights of(CaffeNet net) {
        Map<String, List<CaffeBlob>> all = new LinkedHashMap<>();
        net.layers().stream()
                .filter(layer -> !layer.blobs().isEmpty())
                .forEach(layer -> all.put(
                        layer.name(), layer.blobs().stream().map(CaffeBlob::of).toList()));
        return new WireWeights(all);
    }

    @Override
    public List<CaffeBlob> of(String layer) {
        return all.getOrDefault(layer, List.of());
    }

    @Override
    public Set<String> layers() {
        return all.keySet();
    }
}
