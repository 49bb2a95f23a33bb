package org.zfscope.models.load.safetensors;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tensor, several names: what wraps a network puts its own name in front, older versions of torchvision and timm's copies of
 * its networks call some layers otherwise. Here all become torchvision's names of today.
 */
final class Spelling {

    /** What DataParallel, compilation, Lightning modules and users' own modules put in front, in any order. */
    private static final List<String> WRAPPERS =
            List.of("module.", "_orig_mod.", "state_dict.", "model.", "backbone.", "net.", "network.", "encoder.");

    /** Only the features in parallel, as PyTorch's own ImageNet example has VGG and AlexNet. */
    private static final Pattern PARALLEL = Pattern.compile("^features\\.module\\.");

    /** DenseNet's layers had dots before the number until PyTorch forbade them. */
    private static final Pattern DENSE = Pattern.compile("^(.*denselayer\\d+\\.(?:norm|conv))\\.([12]\\..*)$");

    /** timm's VGG has convolutions for the fully connected layers; their weights are the same numbers. */
    private static final Map<String, String> VGG =
            Map.of("pre_logits.fc1.", "classifier.0.", "pre_logits.fc2.", "classifier.3.", "head.fc.", "classifier.6.");

    /** timm's blocks of MobileNetV2: how many each stage has. */
    private static final int[] MOBILE_STAGES = {1, 2, 3, 4, 3, 3, 1};

    private static final Map<String, String> MOBILE = mobile();

    private static final Pattern LAST = Pattern.compile("^(.*\\.)([^.]+)$");

    private Spelling() {}

    /** By timm's module, torchvision's of MobileNetV2. */
    private static Map<String, String> mobile() {
        Map<String, String> names = new HashMap<>();
        names.put("conv_stem.", "features.0.0.");
        names.put("bn1.", "features.0.1.");
        int block = 1;
        for (int stage = 0; stage < MOBILE_STAGES.length; stage++) {
            for (int i = 0; i < MOBILE_STAGES[stage]; i++) {
                String theirs = "blocks." + stage + "." + i + ".";
                String ours = "features." + block++ + ".conv.";
                List<String> modules = stage == 0
                        ? List.of("conv_dw", "0.0", "bn1", "0.1", "conv_pw", "1", "bn2", "2")
                        : List.of(
                                "conv_pw",
                                "0.0",
                                "bn1",
                                "0.1",
                                "conv_dw",
                                "1.0",
                                "bn2",
                                "1.1",
                                "conv_pwl",
                                "2",
                                "bn3",
                                "3");
                for (int m = 0; m < modules.size(); m += 2) {
                    names.put(theirs + modules.get(m) + ".", ours + modules.get(m + 1) + ".");
                }
            }
        }
        names.put("conv_head.", "features." + block + ".0.");
        names.put("bn2.", "features." + block + ".1.");
        names.put("classifier.", "classifier.1.");
        return names;
    }

    /** The tensors under torchvision's names; those that no architecture of torchvision has keep theirs. */
    static Map<String, Entry> torchvisions(Map<String, Entry> tensors) {
        Map<String, Entry> plain = unwrapped(tensors);
        boolean isMobile = plain.keySet().stream().anyMatch(name -> name.startsWith("conv_stem."));
        Map<String, Entry> renamed = new LinkedHashMap<>();
        plain.forEach((name, entry) -> {
            String ours = isMobile ? renamed(name, MOBILE) : renamed(name, VGG);
            boolean flattens =
                    name.startsWith("pre_logits.") && entry.sides().lengths().size() > 1;
            renamed.putIfAbsent(ours, flattens ? entry.with(entry.sides().asMatrix()) : entry);
        });
        return renamed;
    }

    /** What wraps at least half of the tensors is taken away, again and again. */
    private static Map<String, Entry> unwrapped(Map<String, Entry> tensors) {
        Map<String, Entry> plain = tensors;
        for (String wrapper = wrapper(plain); !wrapper.isEmpty(); wrapper = wrapper(plain)) {
            Map<String, Entry> inside = new LinkedHashMap<>();
            for (Map.Entry<String, Entry> each : plain.entrySet()) {
                String name = each.getKey();
                inside.putIfAbsent(name.startsWith(wrapper) ? name.substring(wrapper.length()) : name, each.getValue());
            }
            plain = inside;
        }
        Map<String, Entry> modern = new LinkedHashMap<>();
        plain.forEach((name, entry) -> modern.putIfAbsent(modern(name), entry));
        return modern;
    }

    private static String wrapper(Map<String, Entry> tensors) {
        return WRAPPERS.stream()
                .filter(wrapper -> 2
                                * tensors.keySet().stream()
                                        .filter(name -> name.startsWith(wrapper))
                                        .count()
                        >= Math.max(1, tensors.size()))
                .findFirst()
                .orElse("");
    }

    private static String modern(String name) {
        String whole = PARALLEL.matcher(name).replaceFirst("features.");
        Matcher dense = DENSE.matcher(whole);
        return dense.matches() ? dense.group(1) + dense.group(2) : whole;
    }

    private static String renamed(String name, Map<String, String> modules) {
        Matcher last = LAST.matcher(name);
        return last.matches() && modules.containsKey(last.group(1)) ? modules.get(last.group(1)) + last.group(2) : name;
    }
}
