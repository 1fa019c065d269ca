package org.mentoringroadmap.attention;

import java.util.List;
import org.mentoringroadmap.shared.Guarded;

/** Implemented by a feature in which something can wait that is no task; the main page shows what all of them say. */
public interface AttentionSource {
    /**
     * What waits in a running programme that the acting account sees; nothing for whom it does not concern. The number of
     * statements does not grow with what waits.
     */
    @Guarded
    List<Attention> of(Long programmeId);
}
