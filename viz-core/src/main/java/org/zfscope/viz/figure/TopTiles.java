package org.zfscope.viz.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/**
 * Single tiles as files: {@code LAYER/unit_0037/projection_000.png}, {@code patch_000.png} and an {@code info.json} that
 * says what they are.
 */
public final class TopTiles {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private TopTiles() {}

    /** The folder of a layer: letters that a file system might not take become {@code _}. */
    public static Path folder(Path root, String layer) {
        return root.resolve(layer.replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    /**
     * Writes a unit's tiles.
     *
     * @param figure draws the projections
     * @return how many pictures were written
     */
    public static int write(Path root, String layer, TopFigure.Block block, TopFigure figure, Provenance origin) {
        int unit = block.unit().unit();
        Path folder = folder(root, layer).resolve(String.format(Locale.ROOT, "unit_%04d", unit));
        Provenance named = origin.with("unit", layer + ":" + unit);
        List<RgbImage> projections = block.hits().isEmpty() ? List.of() : figure.projections(block.hits());
        IntStream.range(0, projections.size()).parallel().forEach(i -> {
            HitProjection hit = block.hits().get(i);
            Provenance one = named.with("picture", hit.hit().picture().path())
                    .with("position", hit.hit().y() + "," + hit.hit().x());
            String number = String.format(Locale.ROOT, "_%03d.png", i);
            Png.write(folder.resolve("projection" + number), projections.get(i), one);
            Png.write(folder.resolve("patch" + number), Patch.of(hit), one);
        });
        byte[] info = info(layer, block);
        AtomicFile.write(folder.resolve("info.json"), out -> out.write(info));
        return 2 * projections.size();
    }

    private static byte[] info(String layer, TopFigure.Block block) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("layer", layer);
        info.put("unit", block.unit().unit());
        info.put("pictures", block.unit().pictures());
        info.put("fired", block.unit().fired());
        List<Map<String, Object>> hits = new ArrayList<>();
        block.hits().forEach(hit -> hits.add(info(hit)));
        info.put("hits", hits);
        try {
            return MAPPER.writeValueAsBytes(info);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always writable", e);
        }
    }

    private static Map<String, Object> info(HitProjection seen) {
        Window field = seen.field();
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("picture", seen.hit().picture().path());
        hit.put("class", seen.hit().picture().label());
        hit.put("value", seen.hit().value());
        hit.put("recomputed", seen.recomputed());
        hit.put("position", List.of(seen.hit().y(), seen.hit().x()));
        hit.put("window", List.of(field.y(), field.x(), field.height(), field.width()));
        return hit;
    }
}
