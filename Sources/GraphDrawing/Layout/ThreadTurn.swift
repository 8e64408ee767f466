// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that one thread waits for and another makes come, once.
final class ThreadTurn: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var hasCome = false

  init() {
    lock = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  func wait() {
    pthread_mutex_lock(lock)
    while !hasCome { pthread_cond_wait(condition, lock) }
    pthread_mutex_unlock(lock)
  }

  func come() {
    pthread_mutex_lock(lock)
    hasCome = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
  }
}
