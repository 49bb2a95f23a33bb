package org.zfscope.models;

import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.tensor.Shape;

/** What a forward run left of one layer, which is all that a step back may look at. The maps belong to the run. */
public interface LayerRecord {

    /** How many inputs the layer has. */
    int inputs();

    /** The shape of one of the layer's inputs. */
    Shape shape(int input);

    /** One of the layer's inputs; a run that did not keep it computes it again. */
    Maps input(int input);

    /** The layer's output; a run that did not keep it computes it again. */
    Maps output();

    /** Of a max pool; no others have any. */
    Switches switches();
}
