package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.load.caffe.CaffeFile.Kind;
import org.zfscope.models.load.hdf5.Hdf5File;

/**
 * Reads Caffe's models: a net in words with a file of weights in binary or in HDF5, or a binary file alone, which tells the
 * net as it was trained but seldom the input's size. Layers are called as in the net; what trains, measures or only hands
 * blobs on is left out, and of layers that are there in one phase only those of testing count.
 */
public final class CaffeLoader implements ModelLoader {

    /** The producer, which the files do not name. */
    private static final String CAFFE = "Caffe";

    @Override
    public boolean accepts(Path file, byte[] head) {
        return Hdf5File.looksLikeHdf5(head)
                ? HdfWeights.isOne(file)
                : CaffeFile.kind(file).isPresent();
    }

    /** With the net where only weights were given, and with the weights that lie beside a net. */
    @Override
    public ModelSource completed(ModelSource source) {
        Path file = source.file().orElseThrow();
        boolean net = isNet(file);
        Optional<Path> other = source.weights();
        if (!net && other.filter(CaffeLoader::isNet).isPresent()) {
            return source.withFile(other.get()).withWeights(Optional.of(file));
        }
        if (other.isPresent()) {
            return source;
        }
        if (CaffeFile.kind(file).filter(Kind.SOLVER::equals).isPresent()) {
            return source;
        }
        List<Path> beside = beside(file, net);
        if (beside.size() != 1) {
            return source;
        }
        return net
                ? source.withWeights(Optional.of(beside.get(0)))
                : source.withFile(beside.get(0)).withWeights(Optional.of(file));
    }

    /** What begins alike; of all that does not, or of several, those that fit. */
    private static List<Path> beside(Path file, boolean net) {
        CaffeFolder folder = CaffeFolder.of(file);
        List<Path> beside = net ? folder.weights() : folder.nets();
        return beside.size() == 1 && folder.isAlike(beside.get(0))
                ? beside
                : beside.stream()
                        .filter(other -> net ? fits(file, other) : fits(other, file))
                        .toList();
    }

    private static boolean fits(Path net, Path weights) {
        try {
            return CaffeFit.fits(CaffeNet.described(CaffeFile.described(net)), read(weights));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false; // a damaged file is nobody's
        }
    }

    @Override
    public Optional<ModelSource> together(Path one, Path other) {
        return isNet(one) == isNet(other)
                ? Optional.empty()
                : Optional.of(completed(ModelSource.ofFile(one).withWeights(Optional.of(other))));
    }

    private static boolean isNet(Path file) {
        return CaffeFile.kind(file).filter(Kind.NET::equals).isPresent();
    }

    @Override
    public boolean takesWeights() {
        return true;
    }

    @Override
    public Network load(ModelSource given) {
        ModelSource source = completed(given);
        Path file = source.file().orElseThrow();
        Kind kind = CaffeFile.kind(file)
                .orElseThrow(() -> InputException.in(file, say("models.caffe-loader.weights-only", nets(file))));
        return switch (kind) {
            case SOLVER -> throw InputException.in(file, say("models.caffe-loader.solver"));
            case NET -> described(source, file);
            case BINARY -> written(source, file);
        };
    }

    private static Network described(ModelSource source, Path file) {
        Path weights = source.weights()
                .orElseThrow(() -> InputException.in(file, say("models.caffe-loader.no-weights", weights(file))));
        CaffeNet net = guarded(file, () -> CaffeNet.described(CaffeFile.described(file)));
        CaffeWeights read = guarded(weights, () -> read(weights));
        try {
            return network(source, file, net, read);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(
                    file, say("models.caffe-loader.with-weights", OneLine.message(e), weights.getFileName()), e);
        }
    }

    private static CaffeWeights read(Path weights) {
        if (CaffeFile.kind(weights).filter(Kind.BINARY::equals).isPresent()) {
            return WireWeights.of(CaffeNet.written(CaffeFile.written(weights)));
        }
        return HdfWeights.in(weights)
                .orElseThrow(() -> new IllegalArgumentException(say("models.caffe-loader.no-weights-of-caffe")));
    }

    private static Network written(ModelSource source, Path file) {
        CaffeNet net = guarded(file, () -> CaffeNet.written(CaffeFile.written(file)));
        if (net.layers().stream()
                .noneMatch(layer -> !layer.tops().isEmpty() && !layer.bottoms().isEmpty())) {
            throw InputException.in(file, say("models.caffe-loader.weights-only", nets(file)));
        }
        return guarded(file, () -> network(source, file, net, WireWeights.of(net)));
    }

    private static Network network(ModelSource source, Path file, CaffeNet net, CaffeWeights weights) {
        CaffePictures pictures = CaffePictures.of(net, file);
        CaffeInput input = CaffeInput.of(net, weights, source.size(), pictures);
        ParsedModel parsed = new CaffeGraph(net, weights, input).parsed();
        return parsed.network(file, card(file, net, pictures.preprocessing(input.shape())), CAFFE);
    }

    /** What the card beside the net says; where it says nothing, what the net does. */
    private static Optional<ModelCard> card(Path file, CaffeNet net, Optional<Preprocessing> said) {
        ModelCard beside = ModelCard.beside(file).orElse(new ModelCard(Optional.empty(), Optional.empty(), List.of()));
        String name = OneLine.of(net.name());
        return Optional.of(new ModelCard(
                beside.name().or(() -> Optional.of(name).filter(n -> !n.isEmpty())),
                beside.preprocessing().or(() -> said),
                beside.labels()));
    }

    private static String weights(Path file) {
        return text(CaffeFolder.of(file).weights());
    }

    private static String nets(Path file) {
        return text(CaffeFolder.of(file).nets());
    }

    private static String text(List<Path> files) {
        return files.isEmpty()
                ? say("models.caffe-loader.none")
                : files.stream()
                        .limit(8)
                        .map(f -> String.valueOf(f.getFileName()))
                        .collect(Collectors.joining(", "));
    }

    private static <T> T guarded(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.message(e), e);
        }
    }
}
