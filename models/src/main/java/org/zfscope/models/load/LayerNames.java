package org.zfscope.models.load;

import java.util.Set;
import org.zfscope.models.Network;

/** Layers' names as unit addresses can hold them: {@code layer:unit@y,x}. */
public final class LayerNames {

    private LayerNames() {}

    /** The name a file gives, without what addresses reserve, and with a number where it is taken. */
    public static String free(String given, Set<String> taken) {
        String plain = given.replaceAll("[:@*\\p{Cntrl}]", "_");
        String name = plain;
        for (int i = 2; taken.contains(name) || Network.INPUT.equals(name); i++) {
            name = plain + "_" + i;
        }
        return name;
    }
}
