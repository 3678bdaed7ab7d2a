using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Networks.Data.Officers;
using Networks.Web.Security;
using Networks.Workflows.Associations;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>The one-time link by which an invited person sets the password; also for one that was forgotten.</summary>
internal sealed class Invitations(UserManager<Account> accounts) : IInvitationLinks
{
    public async Task<string> PathAsync(Account account)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        return SignInLink.Welcome(account.Id, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token)));
    }

    /// <summary>Sets the password. A second factor that was there stays.</summary>
    /// <returns>Null when done; <c>security.link-over</c> for a link that does not work, the same for every reason.</returns>
    public async Task<Refusal?> UseAsync(Guid id, string token, string password)
    {
        var over = new Refusal(RefusalKind.Conflict, "security.link-over");
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account || Read(token) is not { } proof
            || !await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, proof))
        {
            return over;
        }

        var faults = await Passwords.CheckAsync(accounts, account, password);
        if (faults.Count > 0)
        {
            return faults[0];
        }

        if (!(await accounts.ResetPasswordAsync(account, proof, password)).Succeeded)
        {
            return over;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.SetLockoutEndDateAsync(account, null);
        return null;
    }

    private static string? Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
