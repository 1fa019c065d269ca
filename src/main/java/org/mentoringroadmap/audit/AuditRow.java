package org.mentoringroadmap.audit;

import java.time.LocalDateTime;
import java.util.Map;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditThing;

/**
 * An act as it was recorded.
 *
 * @param id rises with time
 * @param account login; null where no account is known
 * @param address from which it was asked for; null for work of the application itself
 * @param school id of the school; null where it concerns the installation
 * @param thing what it was about; null for nothing in particular
 * @param thingId which one; null for nothing in particular
 * @param count of how many; null where there was nothing to count
 */
public record AuditRow(
        Long id,
        LocalDateTime at,
        String account,
        String address,
        String school,
        AuditAct act,
        AuditThing thing,
        String thingId,
        Integer count,
        Map<String, String> facts) {}
