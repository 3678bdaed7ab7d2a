using Microsoft.AspNetCore.Identity;

namespace Networks.Data.Officers;

/// <summary>The sign-in account of an officer: password, second factor, lock-out. Its id is the officer's.</summary>
public sealed class Account : IdentityUser<Guid>;
