/** Pages of the bank of programmes. */
package org.mentoringroadmap.programmebank.web;
