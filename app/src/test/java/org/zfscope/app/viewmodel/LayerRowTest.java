package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.SharedData;
import org.zfscope.models.open.Models;

class LayerRowTest {

    @Test
    void branchesLieOnLanesOfTheirOwnUntilTheyMeet() {
        List<LayerRow> rows = LayerRow.of(Models.open(
                SharedData.require("golden/squeezenet-1.1/model.onnx").toString()));

        assertThat(rows.get(0).lane()).isZero();
        assertThat(rows.stream().mapToInt(LayerRow::lanes).max()).hasValue(2);
        LayerRow concat = rows.stream()
                .filter(r -> r.name().equals("fire5/concat"))
                .findFirst()
                .orElseThrow();
        assertThat(concat.lanes()).isEqualTo(1);
        assertThat(concat.from()).contains(", ");
    }
}
