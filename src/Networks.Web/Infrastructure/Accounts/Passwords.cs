using Microsoft.AspNetCore.Identity;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>What a password must be: long. Nothing is asked about digits and signs, which only make passwords alike.</summary>
internal static class Passwords
{
    /// <summary>Longer ones cost the hash more than they add.</summary>
    private const int longest = 256;

    /// <returns>Refusals about the field <c>password</c>; none when it may be used.</returns>
    public static async Task<IReadOnlyList<Refusal>> CheckAsync(UserManager<Account> accounts, Account account, string password)
    {
        if (password.Length > longest)
        {
            return [Refused("security.password-too-long", longest)];
        }

        foreach (var validator in accounts.PasswordValidators)
        {
            var result = await validator.ValidateAsync(accounts, account, password);
            if (!result.Succeeded)
            {
                return [result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordTooShort))
                    ? Refused("security.password-too-short", accounts.Options.Password.RequiredLength)
                    : Refused("security.password-too-plain", accounts.Options.Password.RequiredUniqueChars)];
            }
        }

        return [];
    }

    private static Refusal Refused(string code, int limit) => new(RefusalKind.Invalid, code, limit) { Field = "password" };
}
