#ifndef LEIDRAAD_CPOLICIES_H
#define LEIDRAAD_CPOLICIES_H

#include <stddef.h>

/// One file of a policy that is part of the binary.
typedef struct {
  /// Below `policies/`, with `/`: `online-work/sections/accounts.yaml`.
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} leidraad_policy_file;

/// All files, sorted by path.
extern const leidraad_policy_file *_Nonnull const leidraad_policy_files;
extern const size_t leidraad_policy_file_count;

#endif
