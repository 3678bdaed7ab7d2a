using System.Security.Cryptography;
using Networks.Data;
using Networks.Data.Officers;

namespace Networks.Workflows.Associations;

/// <summary>The sign-in account of a new officer: without a password and without a second factor until they come.</summary>
internal static class NewAccount
{
    /// <param name="email">Lower case; it is the name to sign in with.</param>
    public static Account For(OfficerId officer, string email) => new()
    {
        Id = officer.Value,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Stamp(),
    };

    /// <summary>A new stamp ends the person's sessions and older links.</summary>
    public static string Stamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
