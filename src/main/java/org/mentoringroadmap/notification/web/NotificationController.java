package org.mentoringroadmap.notification.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.notification.Notification;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.school.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What one was told. */
@Controller
class NotificationController {
    /**
     * One as the page shows it.
     *
     * @param by short name of who did it; empty where the application did
     */
    record Line(Notification about, String by) {}

    private final Notifications notifications;
    private final Staff staff;

    NotificationController(Notifications notifications, Staff staff) {
        this.notifications = notifications;
        this.staff = staff;
    }

    @GetMapping("/notifications")
    String show(Model model) {
        List<Notification> told = notifications.read();
        Map<String, String> names = new HashMap<>();
        told.stream()
                .map(Notification::schoolId)
                .distinct()
                .forEach(school -> names.putAll(staff.namesBehindAccounts(school)));
        model.addAttribute(
                "lines",
                told.stream()
                        .map(about -> new Line(about, names.getOrDefault(about.sentBy(), about.sentBy())))
                        .toList());
        model.addAttribute("full", told.size() == Notifications.SHOWN);
        return "notification/list";
    }
}
