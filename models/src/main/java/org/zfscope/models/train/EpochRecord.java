package org.zfscope.models.train;

/**
 * What came of one epoch.
 *
 * @param epoch from 1 on
 * @param rate learning rate of its last step
 * @param loss mean over the training pictures as they were shown, regularisation included
 * @param validationLoss mean cross-entropy on the validation pictures, centre crop
 * @param accuracy part of the validation pictures whose strongest class is right, centre crop
 * @param seconds that it took, validation included
 */
public record EpochRecord(
        int epoch, double rate, double loss, double validationLoss, double accuracy, double seconds) {}
