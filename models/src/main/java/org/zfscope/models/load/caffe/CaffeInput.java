package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.tensor.Shape;

/**
 * Where a net takes pictures, and how large they are.
 *
 * @param blob the name under which layers take them
 * @param source who says how large they are
 */
record CaffeInput(String blob, Shape shape, Source source) {

    private static final int MAX_SIDE = 10_000;

    /** A place where something comes in; dims are pictures, channels, height, width, as far as they are said. */
    private record Place(String blob, List<Integer> dims, Optional<CaffeLayer> data) {

        int dim(int i) {
            return dims.size() == 4 ? Math.max(0, dims.get(i)) : 0;
        }

        boolean takesPictures() {
            return data.isPresent() || ((dim(1) == 1 || dim(1) == 3) && dim(2) > 1 && dim(3) > 1);
        }
    }

    /**
     * Finds it.
     *
     * @param chosen the size that the user wants, whatever the net says: Caffe's users give nets other sizes too
     * @param pictures what the net says about pictures, which tells their size where nothing else does
     * @throws IllegalArgumentException if there is none, or nothing tells the size
     */
    static CaffeInput of(CaffeNet net, CaffeWeights weights, Optional<InputSize> chosen, CaffePictures pictures) {
        List<Place> places = places(net);
        Place place = places.stream()
                .filter(Place::takesPictures)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException(say("models.caffe-input.none")));
        int channels = place.dim(1) > 0 ? place.dim(1) : channels(net, weights, place.blob());
        if (chosen.isPresent()) {
            return new CaffeInput(
                    place.blob(),
                    new Shape(channels, chosen.get().height(), chosen.get().width()),
                    Source.OPTION);
        }
        int height = place.dim(2) > 0 ? place.dim(2) : pictures.height();
        int width = place.dim(3) > 0 ? place.dim(3) : pictures.width();
        if (height < 1 || width < 1) {
            return new CaffeSide(net, weights, place.blob(), channels)
                    .likely()
                    .map(side -> new CaffeInput(place.blob(), new Shape(channels, side, side), Source.GUESS))
                    .orElseThrow(() -> new IllegalArgumentException(
                            say("models.caffe-input.size-open", OneLine.of(place.blob()))));
        }
        if (height > MAX_SIDE || width > MAX_SIDE) {
            throw new IllegalArgumentException(say("models.caffe-input.size-too-large", height, width, MAX_SIDE));
        }
        return new CaffeInput(place.blob(), new Shape(channels, height, width), Source.FILE);
    }

    private static List<Place> places(CaffeNet net) {
        List<Place> places = new ArrayList<>();
        net.inputs().forEach(input -> places.add(new Place(input.name(), input.dims(), Optional.empty())));
        net.layers().stream()
                .filter(CaffeLayer::isData)
                .filter(layer -> !layer.tops().isEmpty())
                .forEach(layer -> places.addAll(places(layer)));
        return places;
    }

    /** An Input has a shape for each of its tops; of other layers the first top has pictures and the second labels. */
    private static List<Place> places(CaffeLayer layer) {
        CaffeMessage settings = layer.settings(layer.type().equals("DummyData") ? "dummy_data_param" : "input_param");
        List<CaffeMessage> shapes = settings.messages("shape");
        List<Place> places = new ArrayList<>();
        if (layer.type().equals("Input") || !shapes.isEmpty()) {
            for (int i = 0; i < layer.tops().size(); i++) {
                CaffeMessage shape = shapes.isEmpty() ? new CaffeMessage() : shapes.get(Math.min(i, shapes.size() - 1));
                places.add(new Place(layer.tops().get(i), shape.integers("dim"), Optional.empty()));
            }
            return places;
        }
        CaffeMessage sides =
                layer.settings(layer.type().equals("DummyData") ? "dummy_data_param" : "memory_data_param");
        List<Integer> dims = Stream.of("channels", "height", "width")
                .map(side -> sides.integers(side).stream().findFirst().orElse(0))
                .toList();
        places.add(
                new Place(layer.tops().get(0), List.of(1, dims.get(0), dims.get(1), dims.get(2)), Optional.of(layer)));
        return places;
    }

    /** Channels of the first convolution that takes the pictures; 3 where there is none. */
    private static int channels(CaffeNet net, CaffeWeights weights, String blob) {
        List<String> same = new ArrayList<>(List.of(blob));
        for (CaffeLayer layer : net.layers()) {
            if (layer.bottoms().isEmpty() || !same.contains(layer.bottoms().get(0))) {
                continue;
            }
            List<CaffeBlob> blobs = weights.of(layer.name());
            if (layer.type().equals("Convolution")
                    && !blobs.isEmpty()
                    && blobs.get(0).sides().size() == 4) {
                long each = blobs.get(0).sides().get(1);
                return (int) Math.min(
                        MAX_SIDE, each * layer.settings("convolution_param").integer("group", 1));
            }
            same.addAll(layer.tops());
        }
        return 3;
    }
}
