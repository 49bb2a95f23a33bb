package org.zfscope.models.load.caffe;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.load.hdf5.Hdf5Array;
import org.zfscope.models.load.hdf5.Hdf5File;
import org.zfscope.models.load.hdf5.Hdf5Group;

/** Weights in an HDF5 file: {@code /data/LAYER/0}, {@code /data/LAYER/1} and so on. Weights that are shared lie there once. */
final class HdfWeights implements CaffeWeights {

    private static final String DATA = "data";

    private final Hdf5Group data;
    private final Map<String, List<CaffeBlob>> known = new HashMap<>();

    private HdfWeights(Hdf5Group data) {
        this.data = data;
    }

    /** Whether an HDF5 file holds a net's weights as Caffe writes them. */
    static boolean isOne(Path file) {
        try {
            return in(file).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The weights in a file, if they are Caffe's. */
    static Optional<HdfWeights> in(Path file) {
        Hdf5Group root = Hdf5File.map(file).root();
        boolean only = Set.of(DATA, "diff").containsAll(root.names());
        return root.group(DATA).filter(group -> only).map(HdfWeights::new);
    }

    @Override
    public List<CaffeBlob> of(String layer) {
        return known.computeIfAbsent(layer, this::read);
    }

    private List<CaffeBlob> read(String layer) {
        List<CaffeBlob> blobs = new ArrayList<>();
        Optional<Hdf5Group> group = layer.isEmpty() ? Optional.empty() : data.group(layer);
        for (Optional<Hdf5Array> next = array(group, 0); next.isPresent(); next = array(group, blobs.size())) {
            Hdf5Array array = next.get();
            blobs.add(new CaffeBlob(
                    Arrays.stream(array.sides()).boxed().toList(), () -> FloatBuffer.wrap(array.floats())));
        }
        return blobs;
    }

    private static Optional<Hdf5Array> array(Optional<Hdf5Group> group, int number) {
        return group.flatMap(g -> g.array(Integer.toString(number)));
    }

    @Override
    public Set<String> layers() {
        Set<String> layers = new LinkedHashSet<>(data.names());
        layers.removeIf(layer -> of(layer).isEmpty());
        return layers;
    }
}
