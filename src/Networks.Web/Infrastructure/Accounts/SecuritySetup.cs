using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Associations;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>Sign-in of officers: password, then always a second factor; a session that ends by itself.</summary>
internal static class SecuritySetup
{
    /// <summary>A session without a request for so long is over. Setting <c>Networks:Session:IdleMinutes</c>.</summary>
    public const int IdleMinutes = 30;

    /// <summary>However busy, a session ends after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a person who was disabled, or whose password changed, may go on at most.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    private const string Since = "since";

    public static void AddNetworksSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedAccount = true;
                options.Tokens.AuthenticatorIssuer = "Networks";
            })
            .AddEntityFrameworkStores<NetworksDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<OfficerClaims>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(3));
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.AddScoped<IUserConfirmation<Account>, ActiveOfficer>();
        services.AddScoped<FirstAdministrator>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<SignInTries>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<Invitations>();
        services.AddScoped<IInvitationLinks>(provider => provider.GetRequiredService<Invitations>());
        services.AddScoped<DemoPeople>();
        services.AddScoped<OwnSecurity>();

        var idle = TimeSpan.FromMinutes(configuration.GetValue("Networks:Session:IdleMinutes", IdleMinutes));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                FormsSetup.Harden(options.Cookie, "networks-session", configuration);
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "return";
                options.ExpireTimeSpan = idle;
                options.SlidingExpiration = true;
                options.Events.OnSigningIn = context =>
                {
                    var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
                    context.Properties.Items.TryAdd(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                    return Task.CompletedTask;
                };
                options.Events.OnValidatePrincipal = ValidateAsync;
                options.Events.OnRedirectToLogin = context =>
                {
                    var demo = context.HttpContext.RequestServices.GetRequiredService<RunMode>().Demo;
                    context.Response.Redirect(demo ? $"/demo?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}" : context.RedirectUri);
                    return Task.CompletedTask;
                };
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                FormsSetup.Harden(options.Cookie, "networks-half", configuration);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                options.SlidingExpiration = false;
            });
        // SignInManager signs out of these too; nothing here ever signs in with them.
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ExternalScheme, options => FormsSetup.Harden(options.Cookie, "networks-external", configuration))
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options => FormsSetup.Harden(options.Cookie, "networks-remember", configuration));
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // On the page that tells of an error nobody acts, and the database may be what broke.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }

        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!context.Properties.Items.TryGetValue(Since, out var since)
            || !long.TryParse(since, CultureInfo.InvariantCulture, out var seconds)
            || now - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
