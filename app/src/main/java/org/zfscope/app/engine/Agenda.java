package org.zfscope.app.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.exhibit.TileSheet;

/**
 * The questions that the window's panes are to answer now, by the sheet that each pane shows. This is the one place where
 * what is shown is compared with what is wanted.
 */
public final class Agenda {

    private final Map<Class<? extends Sheet>, Object> questions = new HashMap<>();

    public Agenda(Request request) {
        request.model().ifPresent(model -> put(NetworkSheet.class, NetworkSheet.question(request)));
        request.picture().ifPresent(picture -> put(PictureSheet.class, PictureSheet.question(request)));
        put(TileSheet.class, request.ofLayer().map(LayerExhibit::ofTiles));
        put(UnitSheet.class, request.ofUnit());
        put(ComparisonSheet.class, request.comparison());
        put(TopSheet.class, request.hits());
    }

    private void put(Class<? extends Sheet> pane, Optional<?> question) {
        question.ifPresent(q -> questions.put(pane, q));
    }

    /** Whether a sheet, complete or not, answers what is asked now. */
    public boolean wants(Sheet sheet) {
        Object question = questions.get(sheet.getClass());
        return question != null && sheet.answers(question);
    }

    /** The panes whose questions none of these sheets answers completely. */
    public Set<Class<? extends Sheet>> missing(Collection<? extends Sheet> shown) {
        Set<Class<? extends Sheet>> missing = new HashSet<>(questions.keySet());
        shown.stream().filter(sheet -> sheet.isComplete() && wants(sheet)).forEach(s -> missing.remove(s.getClass()));
        return missing;
    }

    /** Whether tiles are those of another question. Those that are replaced one by one are not. */
    public boolean isStale(TileSheet shown) {
        return questions.get(TileSheet.class) instanceof LayerExhibit question
                && !wants(shown)
                && !(question.growsInPlace() && question.isLike(shown.question()));
    }
}
