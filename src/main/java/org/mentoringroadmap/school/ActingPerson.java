package org.mentoringroadmap.school;

import java.util.Optional;
import org.mentoringroadmap.shared.Guarded;
import org.springframework.stereotype.Component;

/** The person of a school's staff who acts now. */
@Component
public class ActingPerson {
    private final Staff staff;
    private final CurrentUser user;

    ActingPerson(Staff staff, CurrentUser user) {
        this.staff = staff;
        this.user = user;
    }

    /** Who stands behind the acting account; empty for an administrator of the installation and for the application. */
    @Guarded
    public Optional<StaffMember> find() {
        return staff.behind(user.login());
    }

    /** Whether the acting person is this one, as far as anybody is named. */
    public boolean is(Optional<Long> staffId) {
        return find().map(StaffMember::id)
                .filter(id -> staffId.filter(id::equals).isPresent())
                .isPresent();
    }
}
