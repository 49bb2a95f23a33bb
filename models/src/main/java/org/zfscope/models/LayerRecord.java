package org.zfscope.models;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.Switches;

/**
 * What a forward run left of one layer, which is all that a step back may look at.
 *
 * @param inputs [batch, channels, height, width] each
 * @param switches of a max pool; no others have any
 */
public record LayerRecord(List<INDArray> inputs, INDArray output, List<Switches> switches) {}
