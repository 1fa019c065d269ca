package org.mentoringroadmap.document.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.notification.News;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Paper;
import org.mentoringroadmap.school.ReadingRule;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.springframework.stereotype.Component;

/** Who sent a document to the director hears what was decided, as long as a role lets them work on it. */
@Component
class DecisionNews {
    private final Notifications notifications;
    private final Staff staff;
    private final OwnRoles ownRoles;

    DecisionNews(Notifications notifications, Staff staff, OwnRoles ownRoles) {
        this.notifications = notifications;
        this.staff = staff;
        this.ownRoles = ownRoles;
    }

    /** @param why in the words of who decided; null for none */
    void tell(NotificationKind kind, Document document, String why) {
        document.submittedBy()
                .filter(login -> mayRead(login, document))
                .ifPresent(login -> notifications.tell(
                        List.of(login),
                        new News(
                                kind,
                                document.schoolId(),
                                document.id().toString(),
                                document.title(),
                                why,
                                "/documents/" + document.id())));
    }

    private boolean mayRead(String login, Document document) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(staff.rolesOf(login));
        roles.addAll(ownRoles.rights(staff.ownRolesOf(login)));
        Paper paper = new Paper(document.kind().data(), document.isInForce(), document.responsible(), false);
        return roles.stream().anyMatch(role -> ReadingRule.allows(role, paper));
    }
}
