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

/// A policy as it was when its files had been read and checked; see PolicySnapshot in LeidraadCore.
typedef struct {
  const char *_Nonnull id;
  const unsigned char *_Nonnull bytes;
  size_t count;
} leidraad_policy_snapshot;

/// One for each policy, sorted by id.
extern const leidraad_policy_snapshot *_Nonnull const leidraad_policy_snapshots;
extern const size_t leidraad_policy_snapshot_count;

#endif
