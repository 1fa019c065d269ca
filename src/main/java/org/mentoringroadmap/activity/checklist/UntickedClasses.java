package org.mentoringroadmap.activity.checklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/**
 * Classes that have said nothing about an activity that every class carries out, for who sees all classes; what lies ahead
 * waits for nobody yet.
 */
@Component
class UntickedClasses implements AttentionSource {
    private static final int FEW = 6;

    private final ClassChecklists checklists;
    private final CurrentUser user;
    private final Clock clock;

    UntickedClasses(ClassChecklists checklists, CurrentUser user, Clock clock) {
        this.checklists = checklists;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public List<Attention> of(Long programmeId) {
        if (!user.has(Role.CURATOR) && !user.has(Role.DEPUTY)) {
            return List.of();
        }
        List<String> missing = checklists.open().stream()
                .filter(open -> open.programme().id().equals(programmeId))
                .filter(open -> open.task().hasBegun(LocalDate.now(clock)))
                .flatMap(open -> open.missing().stream())
                .distinct()
                .toList();
        String few = String.join(", ", missing.subList(0, Math.min(FEW, missing.size())));
        return missing.isEmpty()
                ? List.of()
                : List.of(new Attention(
                        "attention.classes", missing.size(), missing.size() > FEW ? few + "…" : few, "/classes"));
    }
}
