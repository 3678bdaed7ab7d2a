using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>What a signed-in person does with the own password and recovery codes; each asks for the password again.</summary>
internal sealed class OwnSecurity(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    public async Task<int> CodesLeftAsync(ClaimsPrincipal person) => await accounts.CountRecoveryCodesAsync(await OfAsync(person));

    /// <summary>Makes the session again, so that the frame shows a changed name at once.</summary>
    public async Task RefreshAsync(ClaimsPrincipal person) => await signIn.RefreshSignInAsync(await OfAsync(person));

    /// <summary>Changes the password; other sessions of the person end, this one goes on.</summary>
    /// <returns>Null when done.</returns>
    public async Task<Refusal?> ChangePasswordAsync(ClaimsPrincipal person, string current, string next)
    {
        var account = await OfAsync(person);
        if (await IsWrongAsync(account, current))
        {
            return Wrong("current");
        }

        var faults = await Passwords.CheckAsync(accounts, account, next);
        if (faults.Count > 0)
        {
            return faults[0];
        }

        await accounts.ChangePasswordAsync(account, current, next);
        await signIn.RefreshSignInAsync(account);
        return null;
    }

    /// <returns>Ten new recovery codes, to show once; the old ones are gone.</returns>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(ClaimsPrincipal person, string password)
    {
        var account = await OfAsync(person);
        return await IsWrongAsync(account, password)
            ? Wrong("proof")
            : (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? []).ToList();
    }

    private static Refusal Wrong(string field) => new(RefusalKind.Invalid, "security.password-wrong") { Field = field };

    // Counts towards the lock-out, as at sign-in.
    private async Task<bool> IsWrongAsync(Account account, string password) =>
        !(await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;

    private async Task<Account> OfAsync(ClaimsPrincipal person) =>
        await accounts.GetUserAsync(person) ?? throw new InvalidOperationException("A session without an account.");
}
