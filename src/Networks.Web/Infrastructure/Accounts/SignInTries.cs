using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Networks.Data;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>
/// Counts the tries of an account by one statement, before the password or the code is looked at: so many guesses at the
/// same moment, at one node or at several, are still so many.
/// </summary>
/// <remarks>Identity reads the count, then looks, then writes it, and of guesses that meet it counts one.</remarks>
internal sealed class SignInTries(NetworksDbContext db, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <returns>False while the account is locked; the last try that is allowed locks it, until it turns out to be right.</returns>
    public async Task<bool> TakeAsync(Guid account)
    {
        var limits = options.Value.Lockout;
        var most = limits.MaxFailedAccessAttempts;
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + limits.DefaultLockoutTimeSpan;
        return await db.Users.Where(a => a.Id == account && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= most ? until : a.LockoutEnd)
                .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= most ? 0 : a.AccessFailedCount + 1)) == 1;
    }

    /// <summary>It was the right one: the account begins anew.</summary>
    public Task ForgetAsync(Guid account) => db.Users.Where(a => a.Id == account)
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0));
}
