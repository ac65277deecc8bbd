using System.Security.Cryptography;
using LabQc.People;

namespace LabQc.Tests.People;

public sealed class PasswordHashTest
{
    [Fact]
    public void The_stored_form_names_its_algorithm_and_iterations_and_holds_16_bytes_of_salt()
    {
        var parts = PasswordHash.Of("quiet river").Split('$');

        Assert.Equal(["pbkdf2-sha512", "210000"], parts[..2]);
        Assert.Equal((16, 64), (Convert.FromBase64String(parts[2]).Length, Convert.FromBase64String(parts[3]).Length));
    }

    [Fact]
    public void It_is_PBKDF2_as_the_platform_computes_it()
    {
        var parts = PasswordHash.Of("brücke", iterations: 1000).Split('$');

        Assert.Equal(parts[3], Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2("brücke", Convert.FromBase64String(parts[2]), 1000, HashAlgorithmName.SHA512, 64)));
    }

    [Fact]
    public void The_same_password_twice_is_stored_differently() =>
        Assert.NotEqual(PasswordHash.Of("quiet river", 10), PasswordHash.Of("quiet river", 10));

    [Theory]
    [InlineData("quiet river", true)]
    [InlineData("Quiet river", false)]
    [InlineData("quiet river ", false)]
    [InlineData("", false)]
    [InlineData("quiet river\ud800", false)]
    public void A_password_is_compared_exactly(string typed, bool fits) =>
        Assert.Equal(fits, PasswordHash.Fits(typed, PasswordHash.Of("quiet river", 10)));

    [Fact]
    public void Composed_and_decomposed_letters_are_two_passwords() =>
        Assert.False(PasswordHash.Fits("caf\u00e9", PasswordHash.Of("cafe\u0301", 10)));

    [Fact]
    public void Nothing_fits_nobody() => Assert.False(PasswordHash.Fits("quiet river", null));

    [Fact]
    public void Fewer_iterations_than_now_are_outdated()
    {
        Assert.True(PasswordHash.IsOutdated(PasswordHash.Of("quiet river", 1000)));
        Assert.False(PasswordHash.IsOutdated(PasswordHash.Of("quiet river")));
    }
}
