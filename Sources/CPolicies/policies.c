// Made by scripts/generate-policies. Do not edit.
#include "CPolicies.h"

static const unsigned char file0[] = {
#embed "../../policies/online-work-municipal-grant.yaml"
};

static const unsigned char file1[] = {
#embed "../../policies/online-work/policy.yaml"
};

static const unsigned char file2[] = {
#embed "../../policies/online-work/recommendations/A1.yaml"
};

static const unsigned char file3[] = {
#embed "../../policies/online-work/recommendations/A2.yaml"
};

static const unsigned char file4[] = {
#embed "../../policies/online-work/recommendations/A3.yaml"
};

static const unsigned char file5[] = {
#embed "../../policies/online-work/recommendations/A4.yaml"
};

static const unsigned char file6[] = {
#embed "../../policies/online-work/recommendations/A5.yaml"
};

static const unsigned char file7[] = {
#embed "../../policies/online-work/recommendations/A6.yaml"
};

static const unsigned char file8[] = {
#embed "../../policies/online-work/recommendations/A7.yaml"
};

static const unsigned char file9[] = {
#embed "../../policies/online-work/recommendations/B1.yaml"
};

static const unsigned char file10[] = {
#embed "../../policies/online-work/recommendations/B2.yaml"
};

static const unsigned char file11[] = {
#embed "../../policies/online-work/recommendations/B3.yaml"
};

static const unsigned char file12[] = {
#embed "../../policies/online-work/recommendations/B4.yaml"
};

static const unsigned char file13[] = {
#embed "../../policies/online-work/recommendations/B5.yaml"
};

static const unsigned char file14[] = {
#embed "../../policies/online-work/recommendations/C1.yaml"
};

static const unsigned char file15[] = {
#embed "../../policies/online-work/recommendations/C2.yaml"
};

static const unsigned char file16[] = {
#embed "../../policies/online-work/recommendations/C3.yaml"
};

static const unsigned char file17[] = {
#embed "../../policies/online-work/recommendations/DP.yaml"
};

static const unsigned char file18[] = {
#embed "../../policies/online-work/sections/accounts.yaml"
};

static const unsigned char file19[] = {
#embed "../../policies/online-work/sections/case-discussion.yaml"
};

static const unsigned char file20[] = {
#embed "../../policies/online-work/sections/conditions.yaml"
};

static const unsigned char file21[] = {
#embed "../../policies/online-work/sections/confidentiality.yaml"
};

static const unsigned char file22[] = {
#embed "../../policies/online-work/sections/contact-point.yaml"
};

static const unsigned char file23[] = {
#embed "../../policies/online-work/sections/data-protection.yaml"
};

static const unsigned char file24[] = {
#embed "../../policies/online-work/sections/governance.yaml"
};

static const unsigned char file25[] = {
#embed "../../policies/online-work/sections/guideline.yaml"
};

static const unsigned char file26[] = {
#embed "../../policies/online-work/sections/hybrid.yaml"
};

static const unsigned char file27[] = {
#embed "../../policies/online-work/sections/knowledge-sharing.yaml"
};

static const unsigned char file28[] = {
#embed "../../policies/online-work/sections/monitoring.yaml"
};

static const unsigned char file29[] = {
#embed "../../policies/online-work/sections/organisation.yaml"
};

static const unsigned char file30[] = {
#embed "../../policies/online-work/sections/platforms.yaml"
};

static const unsigned char file31[] = {
#embed "../../policies/online-work/sections/privacy-risks.yaml"
};

static const unsigned char file32[] = {
#embed "../../policies/online-work/sections/private-accounts.yaml"
};

static const unsigned char file33[] = {
#embed "../../policies/online-work/sections/reach.yaml"
};

static const unsigned char file34[] = {
#embed "../../policies/online-work/sections/role-disclosure.yaml"
};

static const unsigned char file35[] = {
#embed "../../policies/online-work/sections/scope.yaml"
};

static const unsigned char file36[] = {
#embed "../../policies/online-work/sections/signals.yaml"
};

static const unsigned char file37[] = {
#embed "../../policies/online-work/sections/strategy.yaml"
};

static const unsigned char file38[] = {
#embed "../../policies/online-work/sections/tooling.yaml"
};

static const unsigned char file39[] = {
#embed "../../policies/online-work/sections/training.yaml"
};

static const unsigned char file40[] = {
#embed "../../policies/online-work/sections/youth-work.yaml"
};

static const leidraad_policy_file files[] = {
    {"online-work-municipal-grant.yaml", file0, sizeof file0},
    {"online-work/policy.yaml", file1, sizeof file1},
    {"online-work/recommendations/A1.yaml", file2, sizeof file2},
    {"online-work/recommendations/A2.yaml", file3, sizeof file3},
    {"online-work/recommendations/A3.yaml", file4, sizeof file4},
    {"online-work/recommendations/A4.yaml", file5, sizeof file5},
    {"online-work/recommendations/A5.yaml", file6, sizeof file6},
    {"online-work/recommendations/A6.yaml", file7, sizeof file7},
    {"online-work/recommendations/A7.yaml", file8, sizeof file8},
    {"online-work/recommendations/B1.yaml", file9, sizeof file9},
    {"online-work/recommendations/B2.yaml", file10, sizeof file10},
    {"online-work/recommendations/B3.yaml", file11, sizeof file11},
    {"online-work/recommendations/B4.yaml", file12, sizeof file12},
    {"online-work/recommendations/B5.yaml", file13, sizeof file13},
    {"online-work/recommendations/C1.yaml", file14, sizeof file14},
    {"online-work/recommendations/C2.yaml", file15, sizeof file15},
    {"online-work/recommendations/C3.yaml", file16, sizeof file16},
    {"online-work/recommendations/DP.yaml", file17, sizeof file17},
    {"online-work/sections/accounts.yaml", file18, sizeof file18},
    {"online-work/sections/case-discussion.yaml", file19, sizeof file19},
    {"online-work/sections/conditions.yaml", file20, sizeof file20},
    {"online-work/sections/confidentiality.yaml", file21, sizeof file21},
    {"online-work/sections/contact-point.yaml", file22, sizeof file22},
    {"online-work/sections/data-protection.yaml", file23, sizeof file23},
    {"online-work/sections/governance.yaml", file24, sizeof file24},
    {"online-work/sections/guideline.yaml", file25, sizeof file25},
    {"online-work/sections/hybrid.yaml", file26, sizeof file26},
    {"online-work/sections/knowledge-sharing.yaml", file27, sizeof file27},
    {"online-work/sections/monitoring.yaml", file28, sizeof file28},
    {"online-work/sections/organisation.yaml", file29, sizeof file29},
    {"online-work/sections/platforms.yaml", file30, sizeof file30},
    {"online-work/sections/privacy-risks.yaml", file31, sizeof file31},
    {"online-work/sections/private-accounts.yaml", file32, sizeof file32},
    {"online-work/sections/reach.yaml", file33, sizeof file33},
    {"online-work/sections/role-disclosure.yaml", file34, sizeof file34},
    {"online-work/sections/scope.yaml", file35, sizeof file35},
    {"online-work/sections/signals.yaml", file36, sizeof file36},
    {"online-work/sections/strategy.yaml", file37, sizeof file37},
    {"online-work/sections/tooling.yaml", file38, sizeof file38},
    {"online-work/sections/training.yaml", file39, sizeof file39},
    {"online-work/sections/youth-work.yaml", file40, sizeof file40},
};

const leidraad_policy_file *const leidraad_policy_files = files;
const size_t leidraad_policy_file_count = 41;
