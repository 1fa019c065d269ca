package org.mentoringroadmap.school;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.springframework.stereotype.Component;

/** The {@link ReadingRule} for the acting account. The caller has checked that the paper is of one of its schools. */
@Component
public class PaperReading {
    private final CurrentUser user;

    PaperReading(CurrentUser user) {
        this.user = user;
    }

    /** Whether the acting account may read the paper. */
    @Guarded
    public boolean mayRead(Paper paper) {
        return roles().stream().anyMatch(role -> ReadingRule.allows(role, paper));
    }

    /** Whether the acting account keeps the papers of the school: those that name children too. */
    public boolean keepsPapers() {
        return roles().stream().anyMatch(role -> ReadingRule.keeps(role, DataClass.CHILDREN));
    }

    /** @throws ForbiddenException {@code role.required} for who does not keep the papers of the school */
    @Guarded
    public void requireKeeper() {
        if (!keepsPapers()) {
            throw new ForbiddenException("role.required");
        }
    }

    /** The roles of the acting account. */
    public Set<Role> roles() {
        return Arrays.stream(Role.values()).filter(user::has).collect(Collectors.toUnmodifiableSet());
    }
}
