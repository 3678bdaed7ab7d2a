using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Shell;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>What comes after the password.</summary>
internal enum AfterPassword
{
    /// <summary>Unknown, wrong, disabled or locked: the person is told the same for all four.</summary>
    Refused,

    /// <summary>The code of the second factor.</summary>
    SecondFactor,

    /// <summary>The account has no second factor yet and gets one now.</summary>
    Enrol,
}

/// <summary>The way in: password, then the second factor. There is no way around the second.</summary>
internal sealed class SignInSteps(SignInManager<Account> signIn, UserManager<Account> accounts, SignInTries tries, NetworksDbContext db, JournalNotes journal, IHttpContextAccessor http)
{
    private const string Provider = "networks";
    private const string LastCode = "last-code";

    private static readonly Account _nobody = new();
    private static string? _nobodysHash;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Outside a request.");

    public async Task<AfterPassword> PasswordAsync(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            // The same work as for an account that exists, so that the time does not tell.
            _nobodysHash ??= accounts.PasswordHasher.HashPassword(_nobody, "nobody has this password");
            accounts.PasswordHasher.VerifyHashedPassword(_nobody, _nobodysHash, password);
            await NoteAsync(JournalKinds.SignInRefused, "address", null);
            return AfterPassword.Refused;
        }

        // Whoever is locked out is looked at all the same, so that the time does not tell.
        var mayTry = await tries.TakeAsync(account.Id);
        if (!(await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: false)).Succeeded || !mayTry)
        {
            await NoteAsync(JournalKinds.SignInRefused, "password", account);
            return AfterPassword.Refused;
        }

        await tries.ForgetAsync(account.Id);

        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Id.ToString()));
        await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
        if (account.TwoFactorEnabled)
        {
            return AfterPassword.SecondFactor;
        }

        if (await accounts.GetAuthenticatorKeyAsync(account) is null)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
        }

        return AfterPassword.Enrol;
    }

    /// <summary>Who has given the password in the last ten minutes and not yet the code; null for nobody.</summary>
    public Task<Account?> HalfSignedInAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>The secret for the authenticator app, only while the account has no second factor.</summary>
    public async Task<string?> SecretAsync(Account account) =>
        account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(account);

    /// <summary>Completes the sign-in with the code of the app; a code works once.</summary>
    public async Task<bool> CodeAsync(string code)
    {
        var digits = Plain(code);
        if (await HalfSignedInAsync() is not { TwoFactorEnabled: true } account
            || !await tries.TakeAsync(account.Id) || !await signIn.CanSignInAsync(account)
            || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)
            || await accounts.GetAuthenticationTokenAsync(account, Provider, LastCode) == digits

            // Of two that come with the same code at once, one finds the account changed.
            || !(await accounts.SetAuthenticationTokenAsync(account, Provider, LastCode, digits)).Succeeded)
        {
            await NoteAsync(JournalKinds.SignInRefused, "code", await HalfSignedInAsync());
            return false;
        }

        await tries.ForgetAsync(account.Id);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(account, isPersistent: false);
        await NoteAsync(JournalKinds.SignIn, "code", account);
        await SpeakAsync(account);
        return true;
    }

    /// <summary>Completes the sign-in with a recovery code, which is then gone.</summary>
    public async Task<bool> RecoveryCodeAsync(string code)
    {
        var account = await HalfSignedInAsync();
        if (account is not { TwoFactorEnabled: true } || await accounts.IsLockedOutAsync(account)
            || !(await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim().ToUpperInvariant())).Succeeded)
        {
            await NoteAsync(JournalKinds.SignInRefused, "recovery-code", account);
            return false;
        }

        await NoteAsync(JournalKinds.SignIn, "recovery-code", account);
        await SpeakAsync(account);
        return true;
    }

    /// <summary>Gives the account its second factor and completes the sign-in.</summary>
    /// <returns>Ten recovery codes to show once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnrolAsync(string code)
    {
        var digits = Plain(code);
        if (await HalfSignedInAsync() is not { TwoFactorEnabled: false } account
            || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return null;
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        await accounts.SetAuthenticationTokenAsync(account, Provider, LastCode, digits);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(account, isPersistent: false);
        await NoteAsync(JournalKinds.SignIn, "enrolment", account);
        await SpeakAsync(account);
        return [.. codes ?? []];
    }

    /// <summary>Only for the demo, whose page is there only on loopback: becomes the chosen person.</summary>
    public async Task<bool> BecomeAsync(Guid id)
    {
        if (!Http.RequestServices.GetRequiredService<RunMode>().Demo
            || await accounts.FindByIdAsync(id.ToString()) is not { } account
            || !await signIn.CanSignInAsync(account))
        {
            return false;
        }

        await signIn.SignInAsync(account, isPersistent: false);
        await NoteAsync(JournalKinds.SignIn, "demo", account);
        return true;
    }

    /// <param name="by">Stored word of what was shown.</param>
    private async Task NoteAsync(string kind, string by, Account? account)
    {
        OfficerId? officer = account is null ? null : new OfficerId(account.Id);
        var association = await db.Officers.Where(o => o.Id == officer).Select(o => (AssociationId?)o.AssociationId).FirstOrDefaultAsync();
        journal.Note(association, kind, by, officer);
        await journal.WriteAsync(CancellationToken.None);
    }

    private async Task SpeakAsync(Account account)
    {
        var id = new OfficerId(account.Id);
        LanguageSetup.Choose(Http, await db.Officers.Where(o => o.Id == id).Select(o => o.Language).SingleAsync());
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
